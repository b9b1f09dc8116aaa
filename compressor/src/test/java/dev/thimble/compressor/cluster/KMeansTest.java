/*
 * Copyright 2026 The Thimble Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.thimble.compressor.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

class KMeansTest {

  @RepeatedTest(10)
  void findsTheOptimumThatBruteForceFinds(RepetitionInfo repetition) {
    Random random = new Random(repetition.getCurrentRepetition());
    int[] values = random.ints(-50, 50).distinct().limit(9).sorted().toArray();
    int[] counts = random.ints(9, 1, 20).toArray();
    for (int k = 1; k <= 9; k++) {
      double[] centroids = KMeans.centroids(values, counts, k);
      assertThat(centroids).hasSize(k).isSorted();
      assertThat(cost(values, counts, centroids))
          .isCloseTo(bestCost(values, counts, 0, k), within(1e-9));
    }
  }

  @Test
  void takesTheValuesThemselvesWhenThereAreEnough() {
    assertThat(KMeans.centroids(new int[] {-5, 1, 9}, new int[] {4, 1, 1}, 3))
        .containsExactly(-5, 1, 9);
  }

  @Test
  void weighsByCount() {
    assertThat(KMeans.centroids(new int[] {0, 4}, new int[] {3, 1}, 1)).containsExactly(1);
  }

  @Test
  void refusesMoreClustersThanValues() {
    assertThatThrownBy(() -> KMeans.centroids(new int[] {1, 2}, new int[] {1, 1}, 3))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("the codebook size must be from 1 to the 2 distinct levels, found 3");
  }

  private static double cost(int[] values, int[] counts, double[] centroids) {
    double total = 0;
    for (int i = 0; i < values.length; i++) {
      double best = Double.POSITIVE_INFINITY;
      for (double centroid : centroids) {
        best = Math.min(best, (values[i] - centroid) * (values[i] - centroid));
      }
      total += counts[i] * best;
    }
    return total;
  }

  /** The least cost of dividing the values from {@code start} on into {@code k} runs. */
  private static double bestCost(int[] values, int[] counts, int start, int k) {
    if (start == values.length) {
      return k == 0 ? 0 : Double.POSITIVE_INFINITY;
    }
    if (k == 0) {
      return Double.POSITIVE_INFINITY;
    }
    double best = Double.POSITIVE_INFINITY;
    for (int end = start + 1; end <= values.length; end++) {
      double sum = 0;
      double weight = 0;
      for (int i = start; i < end; i++) {
        sum += (double) counts[i] * values[i];
        weight += counts[i];
      }
      double run = 0;
      for (int i = start; i < end; i++) {
        run += counts[i] * (values[i] - sum / weight) * (values[i] - sum / weight);
      }
      best = Math.min(best, run + bestCost(values, counts, end, k - 1));
    }
    return best;
  }
}
