/*
 * Copyright 2026 The Thimble Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.thimble.compressor.ratedistortion;

import dev.thimble.compressor.network.IntegerWeights;
import dev.thimble.compressor.network.PrunedWeights;
import dev.thimble.compressor.network.QuantizedWeights;
import dev.thimble.compressor.network.Weights;
import dev.thimble.compressor.quantize.IntegerWeightedLayer;
import java.util.stream.IntStream;

/** The levels of a layer, which change. */
final class LevelLayer {
  private final IntegerWeightedLayer start;
  private final byte[] levels; // [rows, columns]
  private final int largest;
  private IntegerWeightedLayer coded; // null where the levels have changed

  LevelLayer(IntegerWeightedLayer layer) {
    start = layer;
    levels = layer.weights().levels();
    largest = IntStream.range(0, levels.length).map(i -> Math.abs(levels[i])).max().orElse(0);
  }

  /** Indices of the weights other than 0, ascending. */
  int[] kept() {
    return IntStream.range(0, levels.length).filter(i -> levels[i] != 0).toArray();
  }

  int level(int index) {
    return levels[index];
  }

  void set(int index, int level) {
    levels[index] = (byte) level;
    coded = null;
  }

  /** What a weight may become: its neighbours of the same sign, and 0. */
  int[] candidates(int index) {
    int level = levels[index];
    int sign = Integer.signum(level);
    return IntStream.of(0, level - sign, level + sign)
        .distinct()
        .filter(candidate -> Math.abs(candidate) <= largest)
        .toArray();
  }

  /** The real weight of a level. */
  float value(int index, int level) {
    return (float) (start.weights().scales().get(index / start.weights().columns()) * level);
  }

  /** The layer with its present levels. */
  IntegerWeightedLayer coded() {
    if (coded == null) {
      IntegerWeights weights = start.weights();
      coded =
          new IntegerWeightedLayer(
              start.name(),
              start.input(),
              start.window(),
              QuantizedWeights.of(
                  weights.rows(), weights.columns(), levels, weights.scales(), true),
              start.inputZeroPoint(),
              start.biases(),
              start.biasShift(),
              start.stage());
    }
    return coded;
  }

  /** The real weights, those of level 0 pruned. */
  Weights weights() {
    float[] values = new float[levels.length];
    boolean[] kept = new boolean[levels.length];
    for (int i = 0; i < values.length; i++) {
      values[i] = value(i, levels[i]);
      kept[i] = levels[i] != 0;
    }
    return PrunedWeights.of(start.weights().rows(), start.weights().columns(), values, kept);
  }
}
