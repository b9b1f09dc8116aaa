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
 * A dense layer with many weights, a byte each: four columns share an array of ints, and four
 * inputs that are all 0 are skipped. Bytes are stored with 128 added, so that they are unsigned:
 * {@code sum (w + 128) x - 128 sum x = sum w x}.
 */
final class PackedDense extends Kernel implements Weights.Visitor {

  private static final int GROUP = 4;
  private static final int OFFSET = 128;
  private static final int ALL_ZERO = 0x80808080;

  private final int[][] groups; // [columns / 4, up][units]; null where all weights are 0
  private final int columns;
  private final int[] bias; // [units]
  private final Finish finish;

  PackedDense(WeightedLayer layer, Weights weights, MemoryBudget budget) throws ModelException {
    columns = weights.columns;
    bias = weights.bias;
    finish = Finish.of(layer, budget);
    int count = columns / GROUP + (columns % GROUP == 0 ? 0 : 1);
    budget.array(count, 8);
    budget.array((long) count * bias.length, 4);
    groups = new int[count][];
    weights.forEach(this);
  }

  @Override
  public void visit(int row, int column, int value) {
    int[] group = groups[column / GROUP];
    if (group == null) {
      group = new int[bias.length];
      Arrays.fill(group, ALL_ZERO);
      groups[column / GROUP] = group;
    }
    group[row] += value << (8 * (column % GROUP));
  }

  /** Returns the estimated time in nanoseconds, half of the inputs being 0. */
  static double cost(WeightedLayer layer) {
    return 0.65 * layer.columns / GROUP * (14 + 0.11 * layer.rows);
  }

  @Override
  int[] scratch() {
    return new int[] {bias.length};
  }

  @Override
  void run(int[] input, int[] other, int[] output, int[][] workspace) {
    int[] sums = output; // accumulators first
    System.arraycopy(bias, 0, sums, 0, bias.length);
    int correction = 0;
    int whole = columns / GROUP;
    for (int i = 0; i < whole; i++) {
      int at = i * GROUP;
      correction += add(sums, groups[i], input[at], input[at + 1], input[at + 2], input[at + 3]);
    }
    if (whole < groups.length) {
      int at = whole * GROUP;
      int second = at + 1 < columns ? input[at + 1] : 0;
      int third = at + 2 < columns ? input[at + 2] : 0;
      correction += add(sums, groups[whole], input[at], second, third, 0);
    }
    for (int unit = 0; unit < bias.length; unit++) {
      sums[unit] -= OFFSET * correction;
    }
    finish.requantize(sums);
  }

  /** Adds four columns; returns the sum of the inputs that they were multiplied by. */
  private int add(int[] sums, int[] group, int x0, int x1, int x2, int x3) {
    if (group == null || (x0 | x1 | x2 | x3) == 0) {
      return 0;
    }
    Lanes.addPacked(sums, group, x0, x1, x2, x3, bias.length);
    return x0 + x1 + x2 + x3;
  }
}
