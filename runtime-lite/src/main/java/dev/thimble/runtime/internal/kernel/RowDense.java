/*
 * Copyright 2026 The Thimble Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.thimble.runtime.internal.kernel;

import dev.thimble.runtime.ModelException;
import dev.thimble.runtime.internal.format.MemoryBudget;
import dev.thimble.runtime.internal.network.WeightedLayer;
import dev.thimble.runtime.internal.network.Weights;

/**
 * A dense layer with few units, two of which share an array of longs: {@code (a 2^32 + b) x} holds
 * both products, and a sum of such products both sums, each below 2^31 in magnitude (checked at
 * load).
 */
final class RowDense extends Kernel implements Weights.Visitor {

  private final long[][] pairs; // [units / 2, up][inputs]: the second unit in the upper half
  private final int columns;
  private final int[] bias; // [units]
  private final Finish finish;

  RowDense(WeightedLayer layer, Weights weights, MemoryBudget budget) throws ModelException {
    columns = weights.columns;
    bias = weights.bias;
    finish = Finish.of(layer, budget);
    int count = bias.length / 2 + bias.length % 2;
    budget.array(count, 8);
    pairs = new long[count][];
    for (int i = 0; i < count; i++) {
      budget.array(columns, 8);
      pairs[i] = new long[columns];
    }
    weights.forEach(this);
  }

  @Override
  public void visit(int row, int column, int value) {
    pairs[row / 2][column] += (long) value << 32 * (row % 2);
  }

  /** Returns the estimated time in nanoseconds. */
  static double cost(WeightedLayer layer) {
    return layer.rows * (10 + 0.13 * layer.columns);
  }

  @Override
  void run(int[] input, int[] other, int[] output, int[][] workspace) {
    for (int i = 0; i < pairs.length; i++) {
      long sums = dot(pairs[i], input, columns);
      int lower = (int) sums;
      output[2 * i] = bias[2 * i] + lower;
      if (2 * i + 1 < bias.length) {
        output[2 * i + 1] = bias[2 * i + 1] + (int) ((sums - lower) >> 32);
      }
    }
    finish.requantize(output);
  }

  private static long dot(long[] pairs, int[] input, int columns) {
    long sums = 0;
    for (int i = 0; i < columns; i++) {
      sums += pairs[i] * input[i];
    }
    return sums;
  }
}
