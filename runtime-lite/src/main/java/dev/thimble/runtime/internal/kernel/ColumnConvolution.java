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

/**
 * A convolution with many weights over few cells, stride 1.
 *
 * <p>For each output row a window slides over the input's columns. Its lanes [kernelWidth, filters]
 * are the accumulators of those outputs of the row that the input column touches; each input in the
 * column that is not 0 adds its weights [kernelWidth, filters] to them, four inputs a pass. Then
 * the outputs that are complete leave the window on the left.
 */
final class ColumnConvolution extends Kernel implements Weights.Visitor {

  private final Shape input;
  private final Shape output;
  private final int filters;
  private final int kernelHeight;
  private final int kernelWidth;
  private final int padTop;
  private final int padLeft;
  private final int paddedHeight;
  private final int paddedWidth;
  private final int inputZero;
  private final int[] windowBias; // [kernelWidth, filters]
  private final int[][]
      columns; // [kernelHeight * channels][kernelWidth, filters], the rightmost weight first
  private final Finish finish;

  /** Prepares a layer for which {@link #applies} holds. */
  ColumnConvolution(WeightedLayer layer, Weights weights, Finish finish, MemoryBudget budget)
      throws ModelException {
    this.finish = finish;
    input = layer.input;
    output = layer.output;
    filters = layer.rows;
    kernelHeight = layer.vertical.kernel;
    kernelWidth = layer.horizontal.kernel;
    padTop = layer.vertical.padBefore;
    padLeft = layer.horizontal.padBefore;
    paddedHeight = input.height + padTop + layer.vertical.padAfter;
    paddedWidth = input.width + padLeft + layer.horizontal.padAfter;
    inputZero = layer.inputZero;
    int lanes = kernelWidth * filters;
    budget.array(lanes, 4);
    windowBias = new int[lanes];
    for (int lane = 0; lane < lanes; lane++) {
      windowBias[lane] = weights.bias[lane % filters];
    }
    columns = budget.ints(kernelHeight * input.channels, lanes);
    weights.forEach(this);
  }

  @Override
  public void visit(int row, int column, int value) {
    int kernelCells = kernelHeight * kernelWidth;
    int channel = column / kernelCells; // column = (channel * kernelHeight + ky) * kernelWidth + kx
    int ky = column % kernelCells / kernelWidth;
    int kx = column % kernelWidth;
    columns[ky * input.channels + channel][(kernelWidth - 1 - kx) * filters + row] = value;
  }

  /** Returns whether this kernel can compute the layer. */
  static boolean applies(WeightedLayer layer) {
    return layer.groups == 1
        && layer.vertical.stride == 1
        && layer.horizontal.stride == 1
        && layer.vertical.dilation == 1
        && layer.horizontal.dilation == 1;
  }

  /** Returns the estimated time in nanoseconds, half of the inputs being 0. */
  static double cost(WeightedLayer layer) {
    double places =
        (double) layer.output.height * (layer.output.width + layer.horizontal.kernel - 1);
    int inputs = (layer.input.channels * layer.vertical.kernel + 1) / 2;
    int passes = (inputs - 1) / Lanes.PASS + 1;
    double lanes = (double) layer.output.plane() * layer.horizontal.kernel * layer.rows / places;
    return places * (45 + inputs + passes * (10 + 0.26 * lanes));
  }

  @Override
  int[] scratch() {
    int cells = paddedHeight * paddedWidth;
    return new int[] {
      windowBias.length,
      output.size(),
      cells + 1,
      cells * input.channels + 1,
      columns.length + Lanes.PASS,
    };
  }

  @Override
  void run(int[] input, int[] other, int[] output, int[][] workspace) {
    listInputs(input, workspace[2], workspace[3]);
    for (int row = 0; row < this.output.height; row++) {
      slide(row, workspace);
    }
    int width = this.output.width;
    for (int filter = 0; filter < filters; filter++) {
      finish.take(workspace[1], filter, width * filters, filters, filter, output);
    }
    finish.requantize(output);
  }

  /** Lists the inputs of every cell that are not 0, each as {@code channel << 8 | value}. */
  private void listInputs(int[] values, int[] starts, int[] entries) {
    int count = 0;
    int cell = 0;
    for (int y = -padTop; y < paddedHeight - padTop; y++) {
      for (int x = -padLeft; x < paddedWidth - padLeft; x++) {
        starts[cell++] = count;
        boolean inside = y >= 0 && y < input.height && x >= 0 && x < input.width;
        int at = y * input.width + x;
        for (int channel = 0; channel < input.channels; channel++) {
          int value = inside ? values[at] : inputZero;
          entries[count] = channel << 8 | value;
          count += (value + 255) >>> 8; // without a branch, which nobody could predict
          at += input.height * input.width;
        }
      }
    }
    starts[cell] = count;
  }

  private void slide(int row, int[][] workspace) {
    int[] window = workspace[0];
    int[] sums = workspace[1]; // [height, width, filters]
    System.arraycopy(windowBias, 0, window, 0, windowBias.length);
    for (int x = 0; x < paddedWidth; x++) {
      int left = x - kernelWidth + 1; // the output that the window's first lanes belong to
      int from = Math.max(0, -left) * filters;
      int to = Math.min(kernelWidth, output.width - left) * filters;
      addColumn(row, x, workspace, from, to);
      if (left >= 0) {
        System.arraycopy(window, 0, sums, (row * output.width + left) * filters, filters);
      }
      System.arraycopy(window, filters, window, 0, windowBias.length - filters);
      System.arraycopy(windowBias, 0, window, windowBias.length - filters, filters);
    }
  }

  /** Adds what lies at x in the rows under the kernel. */
  private void addColumn(int row, int x, int[][] workspace, int from, int to) {
    int[] window = workspace[0];
    int[] starts = workspace[2];
    int[] entries = workspace[3];
    int[] gathered = workspace[4];
    int count = 0;
    for (int ky = 0; ky < kernelHeight; ky++) {
      int cell = (row + ky) * paddedWidth + x;
      int first = ky * input.channels << 8;
      for (int entry = starts[cell]; entry < starts[cell + 1]; entry++) {
        gathered[count++] = entries[entry] + first;
      }
    }
    Lanes.add(window, columns, gathered, count, from, to);
  }
}
