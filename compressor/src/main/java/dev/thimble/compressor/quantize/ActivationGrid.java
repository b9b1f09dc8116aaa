/*
 * Copyright 2026 The Thimble Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.thimble.compressor.quantize;

/**
 * The 8-bit grid of a tensor of activations: {@code real = scale · (q − zeroPoint)}, q in 0 … 255.
 */
public record ActivationGrid(double scale, int zeroPoint) {

  public ActivationGrid {
    if (!(scale > 0 && scale < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException("a scale must be finite and above 0, found " + scale);
    }
    if (zeroPoint < 0 || zeroPoint > 255) {
      throw new IllegalArgumentException("a zero point must lie in 0 ... 255, found " + zeroPoint);
    }
  }

  /**
   * The grid whose ends are the range's; a tensor that is always 0 takes the range 0 … 1.
   *
   * @param finest the smallest useful scale, one step of the accumulator: a layer whose outputs are
   *     almost 0 gets no finer grid
   */
  static ActivationGrid of(Range range, double finest) {
    double width = range.width() == 0 ? 1 : range.width();
    double scale = Math.max(width / 255, finest);
    double zeroPoint = Math.floor(-range.min() / scale + 0.5);
    return new ActivationGrid(scale, (int) Math.max(0, Math.min(255, zeroPoint)));
  }
}
