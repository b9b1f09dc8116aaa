/*
 * Copyright 2026 The Thimble Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.thimble.compressor.sensitivity.forward;

import dev.thimble.compressor.network.PoolingLayer;
import dev.thimble.compressor.network.Shape;
import dev.thimble.compressor.network.Window;
import java.util.Arrays;

/** Maximum or average of the cells of a window that lie inside the input. */
final class PoolingBlock implements BlockKernel {
  private final PoolingLayer layer;

  PoolingBlock(PoolingLayer layer) {
    this.layer = layer;
  }

  @Override
  public void apply(float[][] input, float[][] output, float[] weights) {
    Shape out = layer.output();
    Window window = layer.window();
    int target = 0;
    for (int c = 0; c < out.channels(); c++) {
      for (int y = 0; y < out.height(); y++) {
        int top = y * window.strideHeight() - window.padding().top();
        for (int x = 0; x < out.width(); x++) {
          int left = x * window.strideWidth() - window.padding().left();
          pool(input, c, top, left, output[target++]);
        }
      }
    }
  }

  private void pool(float[][] input, int channel, int top, int left, float[] target) {
    Shape in = layer.input();
    Window window = layer.window();
    boolean maximum = layer.kind() == PoolingLayer.Kind.MAX;
    int bottom = Math.min(in.height(), top + window.kernelHeight());
    int right = Math.min(in.width(), left + window.kernelWidth());
    Arrays.fill(target, maximum ? Float.NEGATIVE_INFINITY : 0f);
    int cells = 0;
    for (int y = Math.max(0, top); y < bottom; y++) {
      for (int x = Math.max(0, left); x < right; x++) {
        float[] cell = input[(channel * in.height() + y) * in.width() + x];
        if (maximum) {
          keepLarger(cell, target);
        } else {
          add(cell, target);
        }
        cells++;
      }
    }
    if (!maximum) {
      float share = 1f / cells;
      for (int k = 0; k < target.length; k++) {
        target[k] *= share;
      }
    }
  }

  private static void keepLarger(float[] cell, float[] target) {
    for (int k = 0; k < target.length; k++) {
      target[k] = Math.max(target[k], cell[k]);
    }
  }

  private static void add(float[] cell, float[] target) {
    for (int k = 0; k < target.length; k++) {
      target[k] += cell[k];
    }
  }
}
