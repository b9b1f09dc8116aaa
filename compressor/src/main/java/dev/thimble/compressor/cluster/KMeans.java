/*
 * Copyright 2026 The Thimble Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.thimble.compressor.cluster;

import java.util.Arrays;

/**
 * Optimal one-dimensional k-means of integer levels, by dynamic programming over the histogram of
 * the distinct ones (Wang and Song, "Ckmeans.1d.dp", The R Journal 3/2, 2011). Exact, so that there
 * is no initialisation to choose and no local minimum.
 */
final class KMeans {

  private KMeans() {}

  /**
   * The k centroids with the least sum of squared distances, ascending.
   *
   * @param values distinct values, ascending
   * @param counts how often each occurs, above 0
   * @param k number of clusters, from 1 to the number of distinct values
   */
  static double[] centroids(int[] values, int[] counts, int k) {
    int n = values.length;
    if (k < 1 || k > n) {
      throw new IllegalArgumentException(
          "the codebook size must be from 1 to the " + n + " distinct levels, found " + k);
    }
    Sums sums = new Sums(values, counts);
    double[] cost = new double[n + 1];
    Arrays.fill(cost, 1, n + 1, Double.POSITIVE_INFINITY);
    int[][] cut = new int[k + 1][n + 1];
    for (int clusters = 1; clusters <= k; clusters++) {
      double[] next = new double[n + 1];
      Arrays.fill(next, Double.POSITIVE_INFINITY);
      for (int end = clusters; end <= n; end++) {
        for (int start = clusters - 1; start < end; start++) {
          double total = cost[start] + sums.squaredError(start, end);
          if (total < next[end]) {
            next[end] = total;
            cut[clusters][end] = start;
          }
        }
      }
      cost = next;
    }
    double[] centroids = new double[k];
    for (int clusters = k, end = n; clusters > 0; clusters--) {
      int start = cut[clusters][end];
      centroids[clusters - 1] = sums.mean(start, end);
      end = start;
    }
    return centroids;
  }

  /** Prefix sums over the histogram. */
  private static final class Sums {
    private final double[] weight;
    private final double[] first;
    private final double[] second;

    Sums(int[] values, int[] counts) {
      int n = values.length;
      weight = new double[n + 1];
      first = new double[n + 1];
      second = new double[n + 1];
      for (int i = 0; i < n; i++) {
        weight[i + 1] = weight[i] + counts[i];
        first[i + 1] = first[i] + (double) counts[i] * values[i];
        second[i + 1] = second[i] + (double) counts[i] * values[i] * values[i];
      }
    }

    double mean(int start, int end) {
      return (first[end] - first[start]) / (weight[end] - weight[start]);
    }

    double squaredError(int start, int end) {
      double sum = first[end] - first[start];
      return second[end] - second[start] - sum * sum / (weight[end] - weight[start]);
    }
  }
}
