/*
 * Copyright 2026 The Thimble Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.thimble.compressor.sensitivity.forward;

import dev.thimble.compressor.network.Layer;
import dev.thimble.compressor.network.PoolingLayer;
import dev.thimble.compressor.network.WeightedLayer;

/**
 * One layer's arithmetic on a block of images. Values lie {@code [feature][image]}, so that the
 * innermost loop runs over images and is the same for every kind of layer. Each feature is an array
 * of its own: only loops whose arrays all begin at index 0 are vectorized by the JVM.
 */
interface BlockKernel {

  /**
   * Computes the layer's outputs after its activation.
   *
   * @param input {@code [input feature][image]}
   * @param output {@code [output feature][image]}, overwritten
   * @param weights {@code [rows, columns]} of a layer that has weights; otherwise not looked at
   */
  void apply(float[][] input, float[][] output, float[] weights);

  static BlockKernel of(Layer layer) {
    if (layer instanceof WeightedLayer weighted) {
      return new AffineBlock(weighted);
    }
    return new PoolingBlock((PoolingLayer) layer);
  }
}
