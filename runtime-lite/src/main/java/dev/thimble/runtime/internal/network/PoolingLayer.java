/*
 * Copyright 2026 The Thimble Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.thimble.runtime.internal.network;

/**
 * Maximum or average of each channel's cells under a window; cells outside the input do not take
 * part.
 */
public final class PoolingLayer extends Layer {

  public final boolean maximum;
  public final Window vertical;
  public final Window horizontal;

  /**
   * Creates the layer.
   *
   * @param zero the activation that stands for real 0, in the input as in the output
   */
  public PoolingLayer(
      String kind,
      boolean maximum,
      Shape input,
      Shape output,
      Window vertical,
      Window horizontal,
      int zero) {
    super(kind, "pool", input, output, zero);
    this.maximum = maximum;
    this.vertical = vertical;
    this.horizontal = horizontal;
  }

  @Override
  public long operations(Weights weights) {
    long rows = Math.min(vertical.kernel, input.height);
    long cells = Math.min(horizontal.kernel, input.width);
    return output.size() * Math.min(rows * cells, 1L << 31);
  }
}
