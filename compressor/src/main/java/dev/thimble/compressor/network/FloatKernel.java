/*
 * Copyright 2026 The Thimble Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.thimble.compressor.network;

/** One layer's arithmetic on floats, with the weights in the order that its loop reads them. */
interface FloatKernel {

  /** The layer's outputs, after its activation; a fresh array. */
  float[] apply(float[] input);

  static FloatKernel of(Layer layer) {
    if (layer instanceof DenseLayer dense) {
      return new FloatDense(dense);
    }
    if (layer instanceof ConvolutionLayer convolution) {
      return new FloatConvolution(convolution);
    }
    return new FloatPooling((PoolingLayer) layer);
  }
}
