/*
 * Copyright 2026 The Thimble Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.thimble.compressor.dl4j;

import dev.thimble.compressor.network.Padding;
import dev.thimble.compressor.network.Shape;
import dev.thimble.compressor.network.Window;
import java.util.Arrays;
import org.deeplearning4j.nn.conf.CNN2DFormat;
import org.deeplearning4j.nn.conf.ConvolutionMode;
import org.deeplearning4j.nn.conf.layers.ConvolutionLayer;
import org.deeplearning4j.nn.conf.layers.SubsamplingLayer;

/** How a kernel slides, from Deeplearning4j's terms to explicit padding. */
final class Windows {
  /** Largest kernel, stride, padding and dilation; their products stay far below 2^31. */
  private static final int MAX_SIDE = 4096;

  private Windows() {}

  static Window of(String layer, ConvolutionLayer convolution, Shape input)
      throws ModelReadException {
    requireChannelsFirst(layer, convolution.getCnn2dDataFormat());
    return window(
        layer,
        convolution.getConvolutionMode(),
        new int[][] {
          convolution.getKernelSize(),
          convolution.getStride(),
          convolution.getPadding(),
          convolution.getDilation()
        },
        input);
  }

  static Window of(String layer, SubsamplingLayer pooling, Shape input) throws ModelReadException {
    requireChannelsFirst(layer, pooling.getCnn2dDataFormat());
    return window(
        layer,
        pooling.getConvolutionMode(),
        new int[][] {
          pooling.getKernelSize(), pooling.getStride(), pooling.getPadding(), pooling.getDilation()
        },
        input);
  }

  static void requireChannelsFirst(String layer, CNN2DFormat format) throws ModelReadException {
    if (format != CNN2DFormat.NCHW) {
      throw new ModelReadException("layer " + layer, "the data format NCHW", format);
    }
  }

  /** {@code sizes} are kernel, stride, padding, dilation. */
  private static Window window(String layer, ConvolutionMode mode, int[][] sizes, Shape input)
      throws ModelReadException {
    requireSides(layer, "a kernel", sizes[0], 1);
    requireSides(layer, "a stride", sizes[1], 1);
    requireSides(layer, "padding", sizes[2], 0);
    requireSides(layer, "dilation", sizes[3], 1);
    int[] rows = side(layer, mode, sizes, 0, input.height());
    int[] columns = side(layer, mode, sizes, 1, input.width());
    try {
      Window window =
          new Window(
              sizes[0][0],
              sizes[0][1],
              sizes[1][0],
              sizes[1][1],
              new Padding(rows[0], columns[0], rows[1], columns[1]),
              sizes[3][0],
              sizes[3][1]);
      window.outputHeight(input.height());
      window.outputWidth(input.width());
      return window;
    } catch (IllegalArgumentException e) {
      throw new ModelReadException("layer " + layer + ": " + e.getMessage(), e);
    }
  }

  private static void requireSides(String layer, String what, int[] sides, int least)
      throws ModelReadException {
    boolean fits = sides != null && sides.length == 2;
    for (int i = 0; fits && i < 2; i++) {
      fits = sides[i] >= least && sides[i] <= MAX_SIDE;
    }
    if (!fits) {
      throw new ModelReadException(
          "layer " + layer,
          what + " of two numbers in " + least + " ... " + MAX_SIDE,
          Arrays.toString(sides));
    }
  }

  /** Padding before and after in one dimension. */
  private static int[] side(
      String layer, ConvolutionMode mode, int[][] sizes, int dimension, int input)
      throws ModelReadException {
    int stride = sizes[1][dimension];
    int padding = sizes[2][dimension];
    int extent = sizes[3][dimension] * (sizes[0][dimension] - 1) + 1;
    if (mode == ConvolutionMode.Same) {
      return same(layer, input, stride, extent);
    }
    if (mode == ConvolutionMode.Strict && (input + 2 * padding - extent) % stride != 0) {
      throw new ModelReadException(
          "layer " + layer,
          "windows that cover the input exactly, as its mode Strict asks for",
          "side " + input + ", extent " + extent + ", stride " + stride + ", padding " + padding);
    }
    if (mode != ConvolutionMode.Strict && mode != ConvolutionMode.Truncate) {
      throw new ModelReadException("layer " + layer, "the mode Truncate, Strict or Same", mode);
    }
    return new int[] {padding, padding};
  }

  /**
   * {@code ceil(input / stride)} outputs; what is missing goes to both sides, the odd cell after
   * ({@code ConvolutionUtils.getSameModeTopLeftPadding}, {@code getSameModeBottomRightPadding}).
   */
  private static int[] same(String layer, int input, int stride, int extent)
      throws ModelReadException {
    int outputs = (input + stride - 1) / stride;
    int missing = (outputs - 1) * stride + extent - input;
    if (missing < -1) {
      // Deeplearning4j would compute a negative padding and refuses or skips cells.
      throw new ModelReadException(
          "layer " + layer,
          "windows that leave no gap, as its mode Same asks for",
          "side " + input + ", extent " + extent + ", stride " + stride);
    }
    int total = Math.max(0, missing);
    return new int[] {total / 2, total - total / 2};
  }
}
