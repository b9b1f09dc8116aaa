/*
 * Copyright 2026 The Thimble Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.thimble.runtime.internal.kernel;

import dev.thimble.runtime.internal.network.PoolingLayer;
import dev.thimble.runtime.internal.network.Shape;
import dev.thimble.runtime.internal.network.Window;

/** Maximum, or average rounded half up, of the input cells under each window. */
final class PoolingKernel extends Kernel {

  private final PoolingLayer layer;

  PoolingKernel(PoolingLayer layer) {
    this.layer = layer;
  }

  @Override
  void run(int[] input, int[] other, int[] output, int[][] workspace) {
    Shape shape = layer.output;
    int at = 0;
    for (int channel = 0; channel < shape.channels; channel++) {
      for (int y = 0; y < shape.height; y++) {
        for (int x = 0; x < shape.width; x++) {
          output[at++] = pool(input, channel, y, x);
        }
      }
    }
  }

  private int pool(int[] input, int channel, int y, int x) {
    Shape shape = layer.input;
    Window vertical = layer.vertical;
    Window horizontal = layer.horizontal;
    int top = y * vertical.stride - vertical.padBefore;
    int left = x * horizontal.stride - horizontal.padBefore;
    int bottom = (int) Math.min((long) top + vertical.kernel, shape.height);
    int right = (int) Math.min((long) left + horizontal.kernel, shape.width);
    int maximum = 0;
    long sum = 0;
    long cells = 0;
    for (int row = Math.max(top, 0); row < bottom; row++) {
      for (int cell = Math.max(left, 0); cell < right; cell++) {
        int value = input[(channel * shape.height + row) * shape.width + cell];
        maximum = Math.max(maximum, value);
        sum += value;
        cells++;
      }
    }
    return layer.maximum ? maximum : (int) ((2 * sum + cells) / (2 * cells));
  }
}
