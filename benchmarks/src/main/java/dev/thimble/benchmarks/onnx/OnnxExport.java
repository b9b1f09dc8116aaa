/*
 * Copyright 2026 The Thimble Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.thimble.benchmarks.onnx;

import dev.thimble.compressor.network.Network;
import dev.thimble.compressor.quantize.IntegerNetwork;

/**
 * Writes networks as ONNX models, operator set 13. Both have one input, {@value #INPUT}, with any
 * number of images, and one output, {@value #OUTPUT}, {@code [images, classes]} reals. An image is
 * a vector if the first layer is dense, otherwise {@code [channels, height, width]}.
 */
public final class OnnxExport {
  /** The images. */
  public static final String INPUT = Chain.INPUT;

  /** The logits. */
  public static final String OUTPUT = Chain.OUTPUT;

  private OnnxExport() {}

  /**
   * The network in 32-bit reals; it takes pixels as reals ({@code inputScale · (pixel − zero)}).
   */
  public static byte[] reals(Network network) {
    return new RealExport(network).export();
  }

  /**
   * The network in 8 bits, in the form that ONNX Runtime computes in integers: weights of signed
   * bytes with a scale for each output channel, activations of unsigned bytes, and real operators
   * between {@code DequantizeLinear} and {@code QuantizeLinear}. Weights, biases and scales are
   * those of the file; only the rounding between layers is the other runtime's. Takes pixels as
   * unsigned bytes.
   */
  public static byte[] integers(IntegerNetwork network) {
    return new IntegerExport(network).export();
  }
}
