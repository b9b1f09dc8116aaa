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

  /** Weights, or cells, along this axis. */
  public final int kernel;

  public final int stride;
  public final int padBefore;
  public final int padAfter;
  public final int dilation;

  public Window(int kernel, int stride, int padBefore, int padAfter, int dilation) {
    this.kernel = kernel;
    this.stride = stride;
    this.padBefore = padBefore;
    this.padAfter = padAfter;
    this.dilation = dilation;
  }

  /** Covers a whole axis once. */
  public static Window whole(int extent) {
    return new Window(extent, 1, 0, 0, 1);
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
