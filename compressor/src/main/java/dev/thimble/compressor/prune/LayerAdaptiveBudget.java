/*
 * Copyright 2026 The Thimble Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.thimble.compressor.prune;

import java.util.Arrays;
import java.util.List;

/**
 * Divides a number of kept weights among layers by the layer-adaptive magnitude score (LAMP: Lee et
 * al., "Layer-adaptive Sparsity for the Magnitude-based Pruning", 2021, <a
 * href="https://arxiv.org/abs/2010.07611">arXiv:2010.07611</a>):
 *
 * <pre>score(w) = w² / Σ v² over all v of the layer with |v| ≥ |w|</pre>
 *
 * The largest weight of every layer scores 1, so that no layer is emptied while another keeps more
 * than one weight. Within a layer the score falls with the magnitude: choosing by score is choosing
 * the largest magnitudes with a budget a layer.
 */
final class LayerAdaptiveBudget {

  private LayerAdaptiveBudget() {}

  /**
   * How many weights each layer keeps.
   *
   * @param layers weights a layer, any order within it
   * @param total kept weights of all layers together, from 1 to their number
   */
  static int[] kept(List<float[]> layers, int total) {
    double[][] scores =
        layers.stream().map(LayerAdaptiveBudget::descendingScores).toArray(double[][]::new);
    double threshold = largest(scores, total);
    int[] kept = new int[scores.length];
    for (int layer = 0; layer < scores.length; layer++) {
      kept[layer] = countAtLeast(scores[layer], threshold);
    }
    return kept;
  }

  private static double[] descendingScores(float[] weights) {
    double[] squares = new double[weights.length];
    for (int i = 0; i < weights.length; i++) {
      squares[i] = (double) weights[i] * weights[i];
    }
    Arrays.sort(squares);
    double[] scores = new double[weights.length];
    double sum = 0;
    for (int i = 0; i < scores.length; i++) {
      double square = squares[squares.length - 1 - i];
      sum += square;
      scores[i] = sum > 0 ? square / sum : 0;
    }
    return scores;
  }

  /** The {@code rank}-th largest of all scores. */
  private static double largest(double[][] scores, int rank) {
    double[] all = Arrays.stream(scores).flatMapToDouble(Arrays::stream).toArray();
    Arrays.sort(all);
    return all[all.length - rank];
  }

  /** Number of leading elements of a descending array that are not below the threshold. */
  private static int countAtLeast(double[] descending, double threshold) {
    int low = 0;
    int high = descending.length;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (descending[middle] >= threshold) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }
}
