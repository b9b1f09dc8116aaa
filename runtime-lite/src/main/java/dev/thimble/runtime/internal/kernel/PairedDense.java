/*
 * Copyright 2026 The Thimble Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.thimble.runtime.internal.kernel;

import dev.thimble.runtime.ModelException;
import dev.thimble.runtime.internal.format.MemoryBudget;
import dev.thimble.runtime.internal.network.WeightedLayer;
import dev.thimble.runtime.internal.network.Weights;
import java.util.Arrays;

/**
 * A dense layer with many weights whose sums fit in 16 bits: an int holds the weights of two units,
 * {@code 2^16 b + a}, and a sum of products both sums. Inputs that are 0 are skipped; four columns
 * are added a pass.
 */
final class PairedDense extends Kernel implements Weights.Visitor {

  private final int[][] columns; // [columns][units / 2, up]
  private final int[] bias; // [units]
  private final int lanes;
  private final Finish finish;

  /** Prepares a layer whose weights are {@linkplain Weights#narrow narrow}. */
  PairedDense(WeightedLayer layer, Weights weights, MemoryBudget budget) throws ModelException {
    bias = weights.bias;
    finish = Finish.of(layer, budget);
    lanes = bias.length - bias.length / 2;
    columns = budget.ints(weights.columns, lanes);
    weights.forEach(this);
  }

  @Override
  public void visit(int row, int column, int value) {
    if (row < lanes) {
      columns[column][row] += value;
    } else {
      columns[column][row - lanes] += value << 16;
    }
  }

  /** Returns the estimated time in nanoseconds, half of the inputs being 0. */
  static double cost(WeightedLayer layer) {
    return 60 + layer.columns * (0.7 + 0.5 / Lanes.PASS * (8 + 0.11 * layer.rows));
  }

  @Override
  int[] scratch() {
    return new int[] {lanes, columns.length + Lanes.PASS};
  }

  @Override
  void run(int[] input, int[] other, int[] output, int[][] workspace) {
    int[] sums = workspace[0];
    int[] active = workspace[1];
    Arrays.fill(sums, 0, lanes, 0);
    int count = 0;
    for (int i = 0; i < columns.length; i++) {
      active[count] = i << 8 | input[i];
      count += (input[i] + 255) >>> 8; // 1 unless the input is 0
    }
    Lanes.add(sums, columns, active, count, 0, lanes);
    Lanes.part(sums, output, 0, lanes);
    System.arraycopy(sums, 0, output, lanes, bias.length - lanes);
    Lanes.add(output, bias, 1, 0, bias.length);
    finish.requantize(output);
  }
}
