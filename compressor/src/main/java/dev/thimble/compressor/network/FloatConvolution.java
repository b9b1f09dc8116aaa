/*
 * Copyright 2026 The Thimble Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.thimble.compressor.network;

import java.util.Arrays;

/**
 * A convolution, one weight at a time over the whole output plane: weights of 0 cost nothing and
 * the inner loop is a row.
 */
final class FloatConvolution implements FloatKernel {
  private final ConvolutionLayer layer;
  private final Shape in;
  private final Shape out;
  private final Window window;
  private final float[] weights; // [out, in, kernelHeight, kernelWidth]

  FloatConvolution(ConvolutionLayer layer) {
    this.layer = layer;
    this.in = layer.input();
    this.out = layer.output();
    this.window = layer.window();
    this.weights = layer.weights().effective();
  }

  @Override
  public float[] apply(float[] input) {
    float[] output = new float[out.size()];
    int plane = out.height() * out.width();
    for (int o = 0, i = 0; o < out.channels(); o++) {
      Arrays.fill(output, o * plane, (o + 1) * plane, layer.bias().get(o));
      for (int c = 0; c < in.channels(); c++) {
        for (int ky = 0; ky < window.kernelHeight(); ky++) {
          for (int kx = 0; kx < window.kernelWidth(); kx++, i++) {
            if (weights[i] != 0) {
              addTap(input, output, c, o, ky, kx, weights[i]);
            }
          }
        }
      }
    }
    layer.activation().apply(output);
    return output;
  }

  /** Adds {@code weight} times the input plane, shifted by the tap's place in the kernel. */
  private void addTap(float[] input, float[] output, int c, int o, int ky, int kx, float weight) {
    int dy = ky * window.dilationHeight() - window.padding().top();
    int dx = kx * window.dilationWidth() - window.padding().left();
    int strideX = window.strideWidth();
    int from = firstInside(dx, strideX);
    int to = Math.min(out.width() - 1, Math.floorDiv(in.width() - 1 - dx, strideX));
    for (int y = 0; y < out.height(); y++) {
      int inputY = y * window.strideHeight() + dy;
      if (inputY >= 0 && inputY < in.height()) {
        int source = (c * in.height() + inputY) * in.width() + dx;
        int target = (o * out.height() + y) * out.width();
        if (strideX == 1) {
          for (int x = from; x <= to; x++) {
            output[target + x] += weight * input[source + x];
          }
        } else {
          for (int x = from; x <= to; x++) {
            output[target + x] += weight * input[source + x * strideX];
          }
        }
      }
    }
  }

  /** The first output whose tap is not left of the input. */
  private static int firstInside(int offset, int stride) {
    return offset >= 0 ? 0 : (-offset + stride - 1) / stride;
  }
}
