/*
 * Copyright 2026 The Thimble Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.thimble.compressor.sensitivity.forward;

import dev.thimble.compressor.network.PoolingLayer;
import dev.thimble.compressor.network.Shape;
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
    int plane = layer.input().height() * layer.input().width();
    int target = 0;
    for (int c = 0; c < out.channels(); c++) {
      for (int y = 0; y < out.height(); y++) {
        for (int x = 0; x < out.width(); x++) {
          pool(input, c * plane, layer.cells(y, x), output[target++]);
        }
      }
    }
  }

  private void pool(float[][] input, int first, int[] cells, float[] target) {
    boolean maximum = layer.kind() == PoolingLayer.Kind.MAX;
    Arrays.fill(target, maximum ? Float.NEGATIVE_INFINITY : 0f);
    for (int cell : cells) {
      if (maximum) {
        keepLarger(input[first + cell], target);
      } else {
        add(input[first + cell], target);
      }
    }
    if (!maximum) {
      float share = 1f / cells.length;
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
