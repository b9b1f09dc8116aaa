/*
 * Copyright 2026 The Thimble Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.thimble.runtime.internal.kernel;

import dev.thimble.runtime.ModelException;
import dev.thimble.runtime.internal.format.MemoryBudget;
import dev.thimble.runtime.internal.network.Shape;
import dev.thimble.runtime.internal.network.WeightedLayer;
import dev.thimble.runtime.internal.network.Weights;
import dev.thimble.runtime.internal.network.Window;
import java.util.Arrays;

/**
 * Any convolution, kept weight by kept weight: the plane of outputs of a filter is the sum of
 * shifted input planes times a weight. The shifted planes are copied first, since loops over arrays
 * at different indices are not vectorised; each serves all filters. They are copied in blocks, so
 * that they stay in the cache.
 *
 * <p>With stride 1 a shifted plane is one piece of the padded input, whose rows are a little longer
 * than the output's: what is computed between two output rows is never read.
 *
 * <p>Where the weights are so small or so few that the sums of each filter's taps fit in 16 bits,
 * an int holds two cells side by side: {@code (2^16 b + a) w} holds both products, and a sum of
 * such products both sums.
 */
final class PlaneConvolution extends Kernel {

  /** What a block of shifted planes may take: a part of a second-level cache. */
  private static final int BLOCK_BYTES = 192 << 10;

  private static final int MIN_BLOCK = 64;

  private final WeightedLayer layer;
  private final Taps taps; // by filter; the places are numbers of shifts
  private final int[] bias; // [filters]
  private final boolean paired;
  private final int[] shifts; // where in the padded input or in the pairs each begins
  private final int blockShifts;
  private final int paddedWidth;
  private final int paddedPlane; // cells
  private final int pitch; // of the rows of a shifted plane
  private final int lanes; // of a shifted plane
  private final Finish finish;

  PlaneConvolution(WeightedLayer layer, Weights weights, Finish finish, MemoryBudget budget)
      throws ModelException {
    this.layer = layer;
    this.finish = finish;
    bias = weights.bias;
    Window vertical = layer.vertical;
    Window horizontal = layer.horizontal;
    taps = new Taps(weights, false, budget);
    int paddedHeight = layer.input.height + vertical.padBefore + vertical.padAfter;
    int width = layer.input.width + horizontal.padBefore + horizontal.padAfter;
    int even = (width + 1) & ~1;
    paired =
        isContiguous(layer)
            && finish.takesPairs()
            && weights.narrow
            && width > 1
            && (long) layer.input.channels * paddedHeight * even < Integer.MAX_VALUE;
    paddedWidth = paired ? even : width;
    paddedPlane = paddedHeight * paddedWidth;
    Shape output = layer.output;
    pitch = paired ? paddedWidth / 2 : isContiguous(layer) ? paddedWidth : output.width;
    lanes = (output.height - 1) * pitch + (paired ? (output.width + 1) / 2 : output.width);
    shifts = number(budget);
    blockShifts =
        Math.max(1, Math.min(shifts.length, Math.max(MIN_BLOCK, BLOCK_BYTES / 4 / lanes)));
  }

  private static boolean isContiguous(WeightedLayer layer) {
    return layer.vertical.stride == 1 && layer.horizontal.stride == 1;
  }

  private boolean isPadded() {
    return paddedPlane > layer.input.plane();
  }

  /** Returns the different shifts and replaces the taps' places by their numbers. */
  private int[] number(MemoryBudget budget) throws ModelException {
    int[] places = taps.places;
    int kernelCells = layer.vertical.kernel * layer.horizontal.kernel;
    budget.array(3L * layer.input.channels * kernelCells, 4);
    int[] numbers = new int[layer.input.channels * kernelCells];
    for (int filter = 0; filter < bias.length; filter++) {
      int first = layer.firstChannel(filter) * kernelCells;
      for (int tap = taps.starts[filter]; tap < taps.starts[filter + 1]; tap++) {
        places[tap] += first;
        numbers[places[tap]] = 1;
      }
    }
    int[] used = new int[numbers.length];
    int count = 0;
    for (int i = 0; i < numbers.length; i++) {
      if (numbers[i] > 0) {
        int y = i % kernelCells / layer.horizontal.kernel * layer.vertical.dilation;
        int x = i % layer.horizontal.kernel * layer.horizontal.dilation;
        int at = i / kernelCells * paddedPlane + y * paddedWidth + x;
        used[count] = paired ? at / 2 + at % 2 * pairs() : at;
        numbers[i] = count++;
      }
    }
    for (int tap = 0; tap < places.length; tap++) {
      places[tap] = numbers[places[tap]];
    }
    return Arrays.copyOf(used, count);
  }

  /** Returns the estimated time in nanoseconds. */
  static double cost(WeightedLayer layer, Weights weights) {
    int kept = weights.kept();
    double cells = layer.output.plane() + (double) layer.output.height * layer.horizontal.extent();
    double lanes = weights.narrow && isContiguous(layer) ? cells / 2 : cells;
    double passes = (double) layer.rows * ((kept - 1) / layer.rows / Lanes.PASS + 1);
    double copies =
        Math.min(
            kept, (double) layer.input.channels * layer.vertical.kernel * layer.horizontal.kernel);
    return passes * (8 + 0.2 * lanes) + copies * (8 + 0.03 * lanes);
  }

  /**
   * The shifted planes of a block, then accumulators: for one filter, or if there are several
   * blocks for all.
   */
  @Override
  int[] scratch() {
    int planes = blockShifts + accumulatorPlanes();
    int[] sizes = new int[planes + 4];
    Arrays.fill(sizes, 0, planes, lanes);
    sizes[planes] = bias.length;
    sizes[planes + 1] = isPadded() ? layer.input.channels * paddedPlane : 0;
    sizes[planes + 2] = paired ? 2 * pairs() : 0;
    sizes[planes + 3] = paired ? lanes : 0;
    return sizes;
  }

  private int accumulatorPlanes() {
    return shifts.length > blockShifts ? bias.length : 1;
  }

  @Override
  void run(int[] input, int[] other, int[] output, int[][] workspace) {
    int planes = blockShifts + accumulatorPlanes();
    int[] next = workspace[planes]; // [filters]: the first tap of the following block
    int[] source = input;
    if (isPadded()) {
      source = workspace[planes + 1];
      pad(input, source);
    }
    if (paired) {
      pair(source, workspace[planes + 2], pairs());
      source = workspace[planes + 2];
    }
    System.arraycopy(taps.starts, 0, next, 0, bias.length);
    int begin = 0;
    do {
      int end = Math.min(begin + blockShifts, shifts.length);
      shift(source, begin, end, workspace);
      for (int filter = 0; filter < bias.length; filter++) {
        int[] sums = workspace[blockShifts + filter % accumulatorPlanes()];
        if (begin == 0) {
          Arrays.fill(sums, 0, lanes, paired ? 0 : bias[filter]);
        }
        next[filter] =
            accumulate(sums, next[filter], taps.starts[filter + 1], begin, end, workspace);
        if (end == shifts.length && paired) {
          finish.takePairs(sums, workspace[planes + 3], lanes, pitch, bias[filter], filter, output);
        } else if (end == shifts.length) {
          finish.take(sums, 0, pitch, 1, filter, output);
        }
      }
      begin = end;
    } while (begin < shifts.length);
    finish.requantize(output);
  }

  /**
   * Adds a filter's taps from one on that have their shift in the block; returns the first that has
   * not.
   */
  private int accumulate(int[] sums, int from, int to, int begin, int end, int[][] planes) {
    int[] places = taps.places;
    byte[] values = taps.values;
    int tap = from;
    while (tap + Lanes.PASS <= to && places[tap + Lanes.PASS - 1] < end) {
      Lanes.add(
          sums,
          planes[places[tap] - begin],
          planes[places[tap + 1] - begin],
          planes[places[tap + 2] - begin],
          planes[places[tap + 3] - begin],
          values[tap],
          values[tap + 1],
          values[tap + 2],
          values[tap + 3],
          0,
          lanes);
      tap += Lanes.PASS;
    }
    while (tap < to && places[tap] < end) {
      Lanes.add(sums, planes[places[tap] - begin], values[tap], 0, lanes);
      tap++;
    }
    return tap;
  }

  /** Copies the shifted planes of a block to the beginning of the workspace. */
  private void shift(int[] source, int begin, int end, int[][] workspace) {
    for (int i = begin; i < end; i++) {
      copy(source, shifts[i], workspace[i - begin]);
    }
  }

  /** Returns how many pairs the padded input makes. */
  private int pairs() {
    return layer.input.channels * paddedPlane / 2;
  }

  /**
   * Makes pairs of the cells at 2 i and 2 i + 1, and behind them of those at 2 i + 1 and 2 i + 2.
   */
  private static void pair(int[] cells, int[] pairs, int count) {
    int left = cells[0];
    for (int i = 0; i < count - 1; i++) {
      int right = cells[2 * i + 1] << 16;
      pairs[i] = left + right;
      left = cells[2 * i + 2];
      pairs[count + i] = (right >>> 16) + (left << 16);
    }
    int last = cells[2 * count - 1];
    pairs[count - 1] = left + (last << 16);
    pairs[2 * count - 1] = last;
  }

  private void pad(int[] input, int[] padded) {
    Shape shape = layer.input;
    Arrays.fill(padded, 0, shape.channels * paddedPlane, layer.inputZero);
    int from = 0;
    for (int channel = 0; channel < shape.channels; channel++) {
      int to =
          channel * paddedPlane
              + layer.vertical.padBefore * paddedWidth
              + layer.horizontal.padBefore;
      for (int row = 0; row < shape.height; row++) {
        System.arraycopy(input, from, padded, to, shape.width);
        from += shape.width;
        to += paddedWidth;
      }
    }
  }

  private void copy(int[] source, int from, int[] plane) {
    if (isContiguous(layer)) {
      System.arraycopy(source, from, plane, 0, lanes);
      return;
    }
    int to = 0;
    for (int row = 0; row < layer.output.height; row++) {
      int at = from + row * layer.vertical.stride * paddedWidth;
      for (int cell = 0; cell < pitch; cell++) {
        plane[to++] = source[at];
        at += layer.horizontal.stride;
      }
    }
  }
}
