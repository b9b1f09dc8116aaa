/*
 * Copyright 2026 The Thimble Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.thimble.runtime.internal.kernel;

import dev.thimble.runtime.ModelException;
import dev.thimble.runtime.internal.format.MemoryBudget;
import dev.thimble.runtime.internal.network.Requantizer;
import dev.thimble.runtime.internal.network.Shape;
import dev.thimble.runtime.internal.network.WeightedLayer;
import dev.thimble.runtime.internal.network.Weights;
import dev.thimble.runtime.internal.network.Window;

/**
 * A convolution or dense layer, output cell by output cell, over the kept weights of its filter.
 */
final class ConvolutionReference extends Kernel {

  private final WeightedLayer layer;
  private final Taps taps;
  private final int[] bias; // [filters]

  ConvolutionReference(WeightedLayer layer, Weights weights, MemoryBudget budget)
      throws ModelException {
    this.layer = layer;
    this.taps = new Taps(weights, false, budget);
    this.bias = weights.bias;
  }

  @Override
  void run(int[] input, int[] other, int[] output, int[][] workspace) {
    Requantizer requantizer = layer.requantizer;
    Shape shape = layer.output;
    int at = 0;
    for (int filter = 0; filter < shape.channels; filter++) {
      for (int y = 0; y < shape.height; y++) {
        for (int x = 0; x < shape.width; x++) {
          output[at++] = requantizer.apply(filter, accumulate(input, filter, y, x));
        }
      }
    }
  }

  private int accumulate(int[] input, int filter, int y, int x) {
    Shape shape = layer.input;
    Window vertical = layer.vertical;
    Window horizontal = layer.horizontal;
    int kernelCells = vertical.kernel * horizontal.kernel;
    int accumulator = bias[filter]; // |bias| + 255 sum |w| < 2^31: checked at load
    for (int tap = taps.starts[filter]; tap < taps.starts[filter + 1]; tap++) {
      int column = taps.places[tap]; // (channel * kernelHeight + ky) * kernelWidth + kx
      int channel = layer.firstChannel(filter) + column / kernelCells;
      int ky = column % kernelCells / horizontal.kernel;
      int kx = column % horizontal.kernel;
      int row = y * vertical.stride + ky * vertical.dilation - vertical.padBefore;
      int cell = x * horizontal.stride + kx * horizontal.dilation - horizontal.padBefore;
      boolean inside = row >= 0 && row < shape.height && cell >= 0 && cell < shape.width;
      int value =
          inside ? input[(channel * shape.height + row) * shape.width + cell] : layer.inputZero;
      accumulator += taps.values[tap] * value;
    }
    return accumulator;
  }
}
