/*
 * Copyright 2026 The Thimble Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.thimble.compressor.quantize;

import dev.thimble.compressor.network.IntegerWeights;
import java.util.Arrays;

/** A dense layer, input by input, over the weights that are not 0. */
final class DenseKernel implements IntegerKernel {
  private final IntegerWeightedLayer layer;
  private final int[][] rows; // for each input the outputs that read it
  private final int[][] levels; // and their weights

  DenseKernel(IntegerWeightedLayer layer) {
    this.layer = layer;
    IntegerWeights weights = layer.weights();
    this.rows = new int[weights.columns()][];
    this.levels = new int[weights.columns()][];
    int[] columnRows = new int[weights.rows()];
    int[] columnLevels = new int[weights.rows()];
    for (int column = 0; column < weights.columns(); column++) {
      int count = 0;
      for (int row = 0; row < weights.rows(); row++) {
        int level = weights.level(row * weights.columns() + column);
        if (level != 0) {
          columnRows[count] = row;
          columnLevels[count++] = level;
        }
      }
      rows[column] = Arrays.copyOf(columnRows, count);
      levels[column] = Arrays.copyOf(columnLevels, count);
    }
  }

  @Override
  public int[] apply(int[] input) {
    int[] output = layer.biases();
    for (int i = 0; i < input.length; i++) {
      if (input[i] != 0) {
        add(output, rows[i], levels[i], input[i]);
      }
    }
    for (int row = 0; row < output.length; row++) {
      output[row] = layer.stage().apply(output[row], row);
    }
    return output;
  }

  private static void add(int[] output, int[] rows, int[] levels, int activation) {
    for (int k = 0; k < rows.length; k++) {
      output[rows[k]] += levels[k] * activation;
    }
  }
}
