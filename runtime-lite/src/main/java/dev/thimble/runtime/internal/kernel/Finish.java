/*
 * Copyright 2026 The Thimble Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.thimble.runtime.internal.kernel;

import dev.thimble.runtime.internal.network.PoolingLayer;
import dev.thimble.runtime.internal.network.Requantizer;
import dev.thimble.runtime.internal.network.WeightedLayer;

/**
 * What follows a weighted layer's accumulators: requantization, and where the next layer is a 2 x 2
 * maximum, that first. Rounding and clamping never reverse an order, so the maximum of the
 * accumulators becomes the maximum of the activations, at a quarter of the requantizations.
 *
 * <p>The loops have no branch that depends on an accumulator: its sign is as good as random, and a
 * branch that is mispredicted costs more than all the rest. They keep everything in local
 * variables, without which JDK 25 does not vectorise them.
 */
final class Finish {

  private final Requantizer requantizer;
  private final int[] multipliers; // [channels]
  private final int rows; // of the output
  private final int cells; // of an output row
  private final int verticalStride;
  private final int horizontalStride;
  private final boolean pooled;

  private Finish(WeightedLayer layer, PoolingLayer pooling) {
    requantizer = layer.requantizer;
    multipliers = new int[layer.rows];
    for (int channel = 0; channel < multipliers.length; channel++) {
      multipliers[channel] = requantizer.multiplier(channel);
    }
    pooled = pooling != null;
    rows = pooled ? pooling.output.height : layer.output.height;
    cells = pooled ? pooling.output.width : layer.output.width;
    verticalStride = pooled ? pooling.vertical.stride : 1;
    horizontalStride = pooled ? pooling.horizontal.stride : 1;
  }

  static Finish of(WeightedLayer layer) {
    return new Finish(layer, null);
  }

  /** Finishes a layer and the pooling behind it, for which {@link #canPool} holds. */
  static Finish pooled(WeightedLayer layer, PoolingLayer pooling) {
    return new Finish(layer, pooling);
  }

  static boolean canPool(PoolingLayer pooling) {
    return pooling.maximum
        && pooling.vertical.kernel == 2
        && pooling.horizontal.kernel == 2
        && pooling.vertical.padBefore + pooling.vertical.padAfter == 0
        && pooling.horizontal.padBefore + pooling.horizontal.padAfter == 0;
  }

  /**
   * Finishes one channel.
   *
   * @param sums its accumulators; overwritten
   * @param at where the first one lies
   * @param rowPitch from one accumulator to the one below
   * @param cellPitch from one accumulator to the next in its row
   * @param output receives [channels, rows, cells]
   */
  void run(int[] sums, int at, int rowPitch, int cellPitch, int channel, int[] output) {
    int size = rows * cells;
    int to = channel * size;
    for (int row = 0; row < rows; row++) {
      int from = at + row * verticalStride * rowPitch;
      if (pooled) {
        pool(sums, from, rowPitch, cellPitch, output, to);
      } else {
        pick(sums, from, cellPitch, output, to);
      }
      to += cells;
    }
    requantize(channel, output, to - size, to);
  }

  private void pool(int[] sums, int first, int below, int right, int[] output, int to) {
    int step = horizontalStride * right;
    int from = first;
    for (int cell = 0; cell < cells; cell++) {
      int top = Math.max(sums[from], sums[from + right]);
      int bottom = Math.max(sums[from + below], sums[from + below + right]);
      output[to + cell] = Math.max(top, bottom);
      from += step;
    }
  }

  private void pick(int[] sums, int first, int right, int[] output, int to) {
    int from = first;
    for (int cell = 0; cell < cells; cell++) {
      output[to + cell] = sums[from];
      from += right;
    }
  }

  /** Replaces accumulators of one channel by their outputs. */
  private void requantize(int channel, int[] values, int from, int to) {
    if (requantizer.isLeaky()) {
      for (int i = from; i < to; i++) {
        values[i] = requantizer.apply(channel, values[i]);
      }
      return;
    }
    long multiplier = multipliers[channel];
    long half = requantizer.half;
    int shift = requantizer.shift;
    long zero = requantizer.zero;
    long lower = requantizer.lower;
    long upper = requantizer.upper;
    for (int i = from; i < to; i++) {
      long rounded = (values[i] * multiplier + half) >> shift;
      values[i] = (int) Math.max(lower, Math.min(upper, zero + rounded));
    }
  }

  /** Finishes all channels of a layer with one cell each. */
  void runEach(int[] sums, int[] output) {
    int channels = multipliers.length;
    if (requantizer.isLeaky()) {
      for (int channel = 0; channel < channels; channel++) {
        output[channel] = requantizer.apply(channel, sums[channel]);
      }
      return;
    }
    int[] each = multipliers;
    long half = requantizer.half;
    int shift = requantizer.shift;
    long zero = requantizer.zero;
    long lower = requantizer.lower;
    long upper = requantizer.upper;
    for (int channel = 0; channel < channels; channel++) {
      long rounded = (sums[channel] * (long) each[channel] + half) >> shift;
      output[channel] = (int) Math.max(lower, Math.min(upper, zero + rounded));
    }
  }
}
