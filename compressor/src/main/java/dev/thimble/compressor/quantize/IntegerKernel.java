/*
 * Copyright 2026 The Thimble Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.thimble.compressor.quantize;

/** One layer's integer arithmetic. */
interface IntegerKernel {

  /** The layer's outputs for activations 0 … 255; a fresh array. */
  int[] apply(int[] input);

  static IntegerKernel of(IntegerLayer layer) {
    if (layer instanceof IntegerPoolingLayer pooling) {
      return new PoolingKernel(pooling.pooling());
    }
    IntegerWeightedLayer weighted = (IntegerWeightedLayer) layer;
    return weighted.window().isPresent()
        ? new ConvolutionKernel(weighted)
        : new DenseKernel(weighted);
  }
}
