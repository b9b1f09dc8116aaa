/*
 * Copyright 2026 The Thimble Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.thimble.runtime.internal.network;

/**
 * How a kernel moves over the input's rows, or over its columns: one of the two axes of a
 * convolution or pooling.
 */
public final class Window {

  private final int kernel;
  private final int stride;
  private final int padBefore;
  private final int padAfter;
  private final int dilation;

  public Window(int kernel, int stride, int padBefore, int padAfter, int dilation) {
    this.kernel = kernel;
    this.stride = stride;
    this.padBefore = padBefore;
    this.padAfter = padAfter;
    this.dilation = dilation;
  }

  /** Returns the weights, or cells, along this axis. */
  public int kernel() {
    return kernel;
  }

  public int stride() {
    return stride;
  }

  public int padBefore() {
    return padBefore;
  }

  public int padAfter() {
    return padAfter;
  }

  public int dilation() {
    return dilation;
  }

  /** Returns the cells from the first tap to the last, both included. */
  public long extent() {
    return (long) (kernel - 1) * dilation + 1;
  }

  /**
   * Returns the output's cells along this axis; below 1 where the kernel is larger than the padded
   * input.
   */
  public long outputs(int input) {
    long room = (long) input + padBefore + padAfter - extent();
    return room < 0 ? 0 : room / stride + 1;
  }
}
