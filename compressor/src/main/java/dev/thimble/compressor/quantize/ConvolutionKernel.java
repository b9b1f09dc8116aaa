/*
 * Copyright 2026 The Thimble Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.thimble.compressor.quantize;

import dev.thimble.compressor.network.Shape;
import dev.thimble.compressor.network.Window;
import java.util.Arrays;

/** A convolution over its padded input, one weight at a time over the whole output plane. */
final class ConvolutionKernel implements IntegerKernel {
  private final IntegerWeightedLayer layer;
  private final Window window;
  private final Shape in;
  private final Shape out;
  private final int paddedHeight;
  private final int paddedWidth;

  ConvolutionKernel(IntegerWeightedLayer layer) {
    this.layer = layer;
    this.window = layer.window().orElseThrow();
    this.in = layer.input();
    this.out = layer.output();
    this.paddedHeight = in.height() + window.padding().top() + window.padding().bottom();
    this.paddedWidth = in.width() + window.padding().left() + window.padding().right();
  }

  @Override
  public int[] apply(int[] input) {
    int[] padded = pad(input);
    int[] output = new int[out.size()];
    int plane = out.height() * out.width();
    for (int o = 0, i = 0; o < out.channels(); o++) {
      Arrays.fill(output, o * plane, (o + 1) * plane, layer.bias(o));
      for (int c = 0; c < in.channels(); c++) {
        for (int ky = 0; ky < window.kernelHeight(); ky++) {
          for (int kx = 0; kx < window.kernelWidth(); kx++, i++) {
            int level = layer.weights().level(i);
            if (level != 0) {
              int y = c * paddedHeight + ky * window.dilationHeight();
              int tap = y * paddedWidth + kx * window.dilationWidth();
              addTap(padded, tap, output, o * plane, level);
            }
          }
        }
      }
      for (int k = o * plane; k < (o + 1) * plane; k++) {
        output[k] = layer.stage().apply(output[k], o);
      }
    }
    return output;
  }

  private void addTap(int[] padded, int tap, int[] output, int first, int level) {
    int stride = window.strideWidth();
    for (int y = 0; y < out.height(); y++) {
      int source = tap + y * window.strideHeight() * paddedWidth;
      int target = first + y * out.width();
      for (int x = 0; x < out.width(); x++) {
        output[target + x] += level * padded[source + x * stride];
      }
    }
  }

  /** The input with cells of real 0 around each plane. */
  private int[] pad(int[] input) {
    if (paddedHeight == in.height() && paddedWidth == in.width()) {
      return input;
    }
    int[] padded = new int[in.channels() * paddedHeight * paddedWidth];
    Arrays.fill(padded, layer.inputZeroPoint());
    for (int c = 0; c < in.channels(); c++) {
      for (int y = 0; y < in.height(); y++) {
        int row = c * paddedHeight + y + window.padding().top();
        System.arraycopy(
            input,
            (c * in.height() + y) * in.width(),
            padded,
            row * paddedWidth + window.padding().left(),
            in.width());
      }
    }
    return padded;
  }
}
