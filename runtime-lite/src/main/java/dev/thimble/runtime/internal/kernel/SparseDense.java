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
 * A dense layer with few weights: each input that is not 0 adds its column's kept weights to their
 * outputs.
 *
 * <p>Columns are sorted by their number of weights, and the active ones are listed without a branch
 * before the work begins: loops then run nearly always as often as the time before, which the
 * processor predicts. This alone saves a quarter of the time.
 */
final class SparseDense extends Kernel {

  private final int[] inputs; // of the columns that have weights, by ascending number of weights
  private final int[] starts; // [inputs, and 1]: where each column begins in outputs and values
  private final int[] outputs; // [kept]
  private final byte[] values; // [kept]
  private final int[] bias; // [units]
  private final Finish finish;

  SparseDense(WeightedLayer layer, Weights weights, MemoryBudget budget) throws ModelException {
    bias = weights.bias;
    finish = Finish.of(layer, budget);
    Taps taps = new Taps(weights, true, budget);
    budget.array(2L * weights.columns + bias.length, 4);
    budget.array(taps.values.length, 5);
    inputs = byCount(taps.starts, bias.length);
    starts = new int[inputs.length + 1];
    outputs = new int[taps.values.length];
    values = new byte[taps.values.length];
    int at = 0;
    for (int i = 0; i < inputs.length; i++) {
      int from = taps.starts[inputs[i]];
      int count = taps.starts[inputs[i] + 1] - from;
      System.arraycopy(taps.places, from, outputs, at, count);
      System.arraycopy(taps.values, from, values, at, count);
      at += count;
      starts[i + 1] = at;
    }
  }

  /** Returns the columns that have weights, those with the fewest first. */
  private static int[] byCount(int[] starts, int most) {
    int[] ends = new int[most + 1]; // by number of weights
    for (int column = 1; column < starts.length; column++) {
      ends[starts[column] - starts[column - 1]]++;
    }
    ends[0] = 0;
    for (int count = 1; count <= most; count++) {
      ends[count] += ends[count - 1];
    }
    int[] columns = new int[ends[most]];
    for (int column = starts.length - 1; column > 0; column--) {
      int count = starts[column] - starts[column - 1];
      if (count > 0) {
        columns[--ends[count]] = column - 1;
      }
    }
    return columns;
  }

  /** Returns the estimated time in nanoseconds, half of the inputs being 0. */
  static double cost(WeightedLayer layer, int kept) {
    return 0.85 * layer.columns + 0.5 * kept;
  }

  @Override
  int[] scratch() {
    return new int[] {inputs.length + 1};
  }

  @Override
  void run(int[] input, int[] other, int[] output, int[][] workspace) {
    int[] sums = output; // accumulators first
    int[] active = workspace[0];
    System.arraycopy(bias, 0, sums, 0, bias.length);
    int count = 0;
    for (int i = 0; i < inputs.length; i++) {
      active[count] = i;
      count += (input[inputs[i]] + 255) >>> 8; // 1 unless the input is 0
    }
    for (int i = 0; i < count; i++) {
      int column = active[i];
      int x = input[inputs[column]];
      int end = starts[column + 1];
      for (int at = starts[column]; at < end; at++) {
        sums[outputs[at]] += values[at] * x;
      }
    }
    finish.requantize(sums);
  }
}
