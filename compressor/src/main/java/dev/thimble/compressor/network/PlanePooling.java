/*
 * Copyright 2026 The Thimble Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.thimble.compressor.network;

import java.util.Arrays;

/**
 * A pooling layer on one channel of a block of images, whose values lie {@code [feature][image]}:
 * maximum or average of the cells of a window that lie inside the input.
 */
public final class PlanePooling {
  private final boolean maximum;
  private final int[][] cells; // [output position][cells of the channel's plane]

  public PlanePooling(PoolingLayer layer) {
    maximum = layer.kind() == PoolingLayer.Kind.MAX;
    Shape out = layer.output();
    cells = new int[out.height() * out.width()][];
    for (int i = 0; i < cells.length; i++) {
      cells[i] = layer.cells(i / out.width(), i % out.width());
    }
  }

  /** Output positions of a channel. */
  public int outputs() {
    return cells.length;
  }

  /**
   * Pools a channel.
   *
   * @param input holds the channel's plane from feature {@code first} on
   * @param output receives the channel from feature {@code target} on, overwritten
   */
  public void apply(float[][] input, int first, float[][] output, int target) {
    for (int i = 0; i < cells.length; i++) {
      pool(input, first, cells[i], output[target + i]);
    }
  }

  private void pool(float[][] input, int first, int[] window, float[] target) {
    Arrays.fill(target, maximum ? Float.NEGATIVE_INFINITY : 0f);
    for (int cell : window) {
      if (maximum) {
        keepLarger(input[first + cell], target);
      } else {
        add(input[first + cell], target);
      }
    }
    if (!maximum) {
      float share = 1f / window.length;
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
