/*
 * Copyright 2026 The Thimble Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.thimble.compressor.network;

/**
 * How a kernel slides over a plane. An output side is {@code floor((in + padding - extent) /
 * stride) + 1} with the extent {@code dilation * (kernel - 1) + 1}.
 */
public record Window(
    int kernelHeight,
    int kernelWidth,
    int strideHeight,
    int strideWidth,
    Padding padding,
    int dilationHeight,
    int dilationWidth) {

  public Window {
    atLeastOne("kernel", kernelHeight, kernelWidth);
    atLeastOne("stride", strideHeight, strideWidth);
    atLeastOne("dilation", dilationHeight, dilationWidth);
    int high = extent(kernelHeight, dilationHeight);
    int wide = extent(kernelWidth, dilationWidth);
    if (Math.max(padding.top(), padding.bottom()) >= high
        || Math.max(padding.left(), padding.right()) >= wide) {
      throw new IllegalArgumentException(
          "padding must be smaller than the kernel's extent "
              + high
              + "x"
              + wide
              + ", found "
              + padding);
    }
  }

  /** A kernel that moves by {@code stride} without padding or dilation. */
  public static Window square(int kernel, int stride) {
    return new Window(kernel, kernel, stride, stride, Padding.NONE, 1, 1);
  }

  /** Rows of the output plane. */
  public int outputHeight(int inputHeight) {
    int padded = inputHeight + padding.top() + padding.bottom();
    return outputSide(padded, extent(kernelHeight, dilationHeight), strideHeight);
  }

  /** Columns of the output plane. */
  public int outputWidth(int inputWidth) {
    int padded = inputWidth + padding.left() + padding.right();
    return outputSide(padded, extent(kernelWidth, dilationWidth), strideWidth);
  }

  private static int outputSide(int padded, int extent, int stride) {
    if (padded < extent) {
      throw new IllegalArgumentException(
          "the kernel covers " + extent + " cells, the padded input has only " + padded);
    }
    return (padded - extent) / stride + 1;
  }

  private static int extent(int kernel, int dilation) {
    return dilation * (kernel - 1) + 1;
  }

  private static void atLeastOne(String what, int height, int width) {
    if (height < 1 || width < 1) {
      throw new IllegalArgumentException(
          what + " must be at least 1x1, found " + height + "x" + width);
    }
  }
}
