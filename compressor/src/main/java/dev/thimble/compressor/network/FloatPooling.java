/*
 * Copyright 2026 The Thimble Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.thimble.compressor.network;

/** Maximum or average of the cells of a window that lie inside the input. */
final class FloatPooling implements FloatKernel {
  private final PoolingLayer layer;

  FloatPooling(PoolingLayer layer) {
    this.layer = layer;
  }

  @Override
  public float[] apply(float[] input) {
    Shape in = layer.input();
    Shape out = layer.output();
    Window window = layer.window();
    float[] output = new float[out.size()];
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

  private float pool(float[] input, int firstRow, int top, int left) {
    Shape in = layer.input();
    Window window = layer.window();
    float maximum = Float.NEGATIVE_INFINITY;
    double sum = 0;
    int cells = 0;
    int bottom = Math.min(in.height(), top + window.kernelHeight());
    int right = Math.min(in.width(), left + window.kernelWidth());
    for (int y = Math.max(0, top); y < bottom; y++) {
      for (int x = Math.max(0, left); x < right; x++) {
        float value = input[(firstRow + y) * in.width() + x];
        maximum = Math.max(maximum, value);
        sum += value;
        cells++;
      }
    }
    return layer.kind() == PoolingLayer.Kind.MAX ? maximum : (float) (sum / cells);
  }
}
