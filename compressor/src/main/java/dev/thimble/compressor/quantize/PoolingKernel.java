/*
 * Copyright 2026 The Thimble Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.thimble.compressor.quantize;

import dev.thimble.compressor.network.PoolingLayer;
import dev.thimble.compressor.network.Shape;
import dev.thimble.compressor.network.Window;

/** Maximum, or average rounded half up, of a window's cells inside the input. */
final class PoolingKernel implements IntegerKernel {
  private final PoolingLayer layer;

  PoolingKernel(PoolingLayer layer) {
    this.layer = layer;
  }

  @Override
  public int[] apply(int[] input) {
    Shape in = layer.input();
    Shape out = layer.output();
    Window window = layer.window();
    int[] output = new int[out.size()];
    int i = 0;
    for (int c = 0; c < out.channels(); c++) {
      for (int y = 0; y < out.height(); y++) {
        int top = y * window.strideHeight() - window.padding().top();
        for (int x = 0; x < out.width(); x++) {
          int left = x * window.strideWidth() - window.padding().left();
          output[i++] = pool(input, c * in.height(), top, left);
        }
      }
    }
    return output;
  }

  private int pool(int[] input, int firstRow, int top, int left) {
    Shape in = layer.input();
    Window window = layer.window();
    int maximum = 0;
    long sum = 0;
    long cells = 0;
    int bottom = Math.min(in.height(), top + window.kernelHeight());
    int right = Math.min(in.width(), left + window.kernelWidth());
    for (int y = Math.max(0, top); y < bottom; y++) {
      for (int x = Math.max(0, left); x < right; x++) {
        int value = input[(firstRow + y) * in.width() + x];
        maximum = Math.max(maximum, value);
        sum += value;
        cells++;
      }
    }
    return layer.kind() == PoolingLayer.Kind.MAX
        ? maximum
        : (int) ((2 * sum + cells) / (2 * cells));
  }
}
