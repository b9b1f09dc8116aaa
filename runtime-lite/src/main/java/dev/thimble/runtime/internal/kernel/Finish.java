/*
 * Copyright 2026 The Thimble Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.thimble.runtime.internal.kernel;

import dev.thimble.runtime.ModelException;
import dev.thimble.runtime.internal.format.MemoryBudget;
import dev.thimble.runtime.internal.network.PoolingLayer;
import dev.thimble.runtime.internal.network.Requantizer;
import dev.thimble.runtime.internal.network.WeightedLayer;
import java.util.Arrays;

/**
 * What follows a weighted layer's accumulators: requantization, and where the next layer is a 2 x 2
 * maximum, that first. Rounding and clamping never reverse an order, so the maximum of the
 * accumulators becomes the maximum of the activations, at a quarter of the requantizations.
 *
 * <p>Behind a ReLU the arithmetic fits in 32 bits: with {@code u = upper - Z} and {@code cap} the
 * largest accumulator for which {@code R(a, m, t) <= u}, {@code clamp(Z + R(a, m, t), Z, upper) = Z
 * + R(clamp(a, 0, cap), m, t)}, if {@code m <= 2^t}, so that {@code R(cap, m, t) = u}. Then {@code
 * cap m + half < (u + 1) 2^t <= 2^32} for {@code t <= 24}. The loop has no branch and no call, so
 * that it becomes vector instructions.
 */
final class Finish {

  private static final int MAX_SHIFT = 24;

  private final Requantizer requantizer;
  private final int[] multipliers; // [outputs], or null: 32 bits are not enough
  private final int[] caps; // [outputs]
  private final int channels;
  private final int rows; // of the output
  private final int cells; // of an output row
  private final int verticalStride;
  private final int horizontalStride;
  private final boolean pooled;

  private Finish(WeightedLayer layer, PoolingLayer pooling, MemoryBudget budget)
      throws ModelException {
    requantizer = layer.requantizer;
    channels = layer.rows;
    pooled = pooling != null;
    rows = pooled ? pooling.output.height : layer.output.height;
    cells = pooled ? pooling.output.width : layer.output.width;
    verticalStride = pooled ? pooling.vertical.stride : 1;
    horizontalStride = pooled ? pooling.horizontal.stride : 1;
    int size = fitsInt() ? channels * rows * cells : 0;
    budget.array(size, 8);
    multipliers = size > 0 ? new int[size] : null;
    caps = new int[size];
    int plane = size / channels;
    for (int to = plane; plane > 0 && to <= size; to += plane) {
      int multiplier = requantizer.multiplier(to / plane - 1);
      Arrays.fill(multipliers, to - plane, to, multiplier);
      Arrays.fill(caps, to - plane, to, cap(multiplier));
    }
  }

  private boolean fitsInt() {
    boolean fits =
        !requantizer.isLeaky()
            && requantizer.lower == requantizer.zero
            && requantizer.shift <= MAX_SHIFT;
    for (int channel = 0; channel < channels; channel++) {
      fits &= requantizer.multiplier(channel) <= 1 << Math.min(requantizer.shift, MAX_SHIFT);
    }
    return fits;
  }

  private int cap(int multiplier) {
    long end = (requantizer.upper - requantizer.zero + 1L) << requantizer.shift;
    long cap = multiplier == 0 ? 0 : (end - 1 - requantizer.half) / multiplier;
    return (int) Math.min(Integer.MAX_VALUE, cap);
  }

  static Finish of(WeightedLayer layer, MemoryBudget budget) throws ModelException {
    return new Finish(layer, null, budget);
  }

  /** Finishes a layer and the pooling behind it, for which {@link #canPool} holds. */
  static Finish pooled(WeightedLayer layer, PoolingLayer pooling, MemoryBudget budget)
      throws ModelException {
    return new Finish(layer, pooling, budget);
  }

  static boolean canPool(PoolingLayer pooling) {
    return pooling.maximum
        && pooling.vertical.kernel == 2
        && pooling.horizontal.kernel == 2
        && pooling.vertical.padBefore + pooling.vertical.padAfter == 0
        && pooling.horizontal.padBefore + pooling.horizontal.padAfter == 0;
  }

  /**
   * Takes the accumulators of one channel, or their maxima.
   *
   * @param sums its accumulators
   * @param at where the first one lies
   * @param rowPitch from one accumulator to the one below
   * @param cellPitch from one accumulator to the next in its row
   * @param output receives [channels, rows, cells], for {@link #requantize}
   */
  void take(int[] sums, int at, int rowPitch, int cellPitch, int channel, int[] output) {
    int to = channel * rows * cells;
    for (int row = 0; row < rows; row++) {
      int from = at + row * verticalStride * rowPitch;
      if (!pooled) {
        pick(sums, from, cellPitch, output, to);
      } else if (cellPitch == 1 && horizontalStride == 2) {
        poolPairs(sums, from, from + rowPitch, output, to);
      } else {
        pool(sums, from, rowPitch, cellPitch, output, to);
      }
      to += cells;
    }
  }

  /** Returns whether {@link #takePairs} can take the accumulators. */
  boolean takesPairs() {
    return !pooled || horizontalStride == 2;
  }

  /**
   * Takes the accumulators of one channel without their bias, two to an int, {@code 2^16 right +
   * left}, each within 16 bits.
   *
   * @param pairs [lanes], row by row; overwritten
   * @param spare [lanes]
   * @param pitch from one pair to the one below
   */
  void takePairs(
      int[] pairs, int[] spare, int lanes, int pitch, int bias, int channel, int[] output) {
    int to = channel * rows * cells;
    if (pooled) {
      System.arraycopy(pairs, pitch, spare, 0, lanes - pitch);
      Lanes.pool(pairs, spare, bias, lanes);
    } else {
      Lanes.part(pairs, spare, bias, lanes);
    }
    for (int row = 0; row < rows; row++) {
      int from = row * verticalStride * pitch;
      if (pooled) {
        System.arraycopy(pairs, from, output, to, cells);
      } else {
        interleave(spare, pairs, from, output, to);
      }
      to += cells;
    }
  }

  private void interleave(int[] left, int[] right, int from, int[] output, int to) {
    for (int cell = 0; cell < cells; cell++) {
      output[to + cell] = (cell % 2 == 0 ? left : right)[from + cell / 2];
    }
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

  /** The usual case, for which the virtual machine proves that all indices are valid. */
  private void poolPairs(int[] sums, int upper, int lower, int[] output, int to) {
    for (int cell = 0; cell < cells; cell++) {
      int top = Math.max(sums[upper + 2 * cell], sums[upper + 2 * cell + 1]);
      int bottom = Math.max(sums[lower + 2 * cell], sums[lower + 2 * cell + 1]);
      output[to + cell] = Math.max(top, bottom);
    }
  }

  private void pick(int[] sums, int first, int right, int[] output, int to) {
    int from = first;
    for (int cell = 0; cell < cells; cell++) {
      output[to + cell] = sums[from];
      from += right;
    }
  }

  /** Replaces all accumulators by their outputs. */
  void requantize(int[] values) {
    if (multipliers == null) {
      int plane = rows * cells;
      for (int i = 0; i < channels * plane; i++) {
        values[i] = requantizer.apply(i / plane, values[i]);
      }
      return;
    }
    requantize(values, multipliers, caps, requantizer);
  }

  private static void requantize(int[] values, int[] multipliers, int[] caps, Requantizer by) {
    int zero = by.zero;
    int half = (int) by.half;
    int shift = by.shift;
    for (int i = 0; i < multipliers.length; i++) {
      int positive = values[i] & ~(values[i] >> 31);
      int excess = positive - caps[i];
      int clamped = caps[i] + (excess & (excess >> 31));
      values[i] = zero + ((clamped * multipliers[i] + half) >>> shift);
    }
  }
}
