/*
 * Copyright 2026 The Thimble Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.thimble.compressor.sensitivity.forward;

import dev.thimble.compressor.network.PlanePooling;
import dev.thimble.compressor.network.PoolingLayer;

/** A pooling layer on all channels. */
final class PoolingBlock implements BlockKernel {
  private final PlanePooling pooling;
  private final int channels;
  private final int plane; // features of an input channel

  PoolingBlock(PoolingLayer layer) {
    pooling = new PlanePooling(layer);
    channels = layer.input().channels();
    plane = layer.input().height() * layer.input().width();
  }

  @Override
  public void apply(float[][] input, float[][] output, float[] weights) {
    for (int c = 0; c < channels; c++) {
      pooling.apply(input, c * plane, output, c * pooling.outputs());
    }
  }
}
