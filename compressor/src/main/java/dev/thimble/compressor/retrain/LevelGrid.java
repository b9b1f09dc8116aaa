/*
 * Copyright 2026 The Thimble Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.thimble.compressor.retrain;

import dev.thimble.compressor.prune.Mask;

/**
 * The values that a layer's kept weights may take: {@code ±k · scale}, k = 1 … maxLevel. A kept
 * weight is never 0: that is what the mask is for.
 */
final class LevelGrid {

  private static final int FIT_ROUNDS = 10;

  /** First guess of the scale: the largest weights are so much beyond the grid. */
  private static final double FIRST_REACH = 0.8;

  private final int maxLevel;
  private double scale; // 0 before the first fit

  LevelGrid(int maxLevel) {
    this.maxLevel = maxLevel;
  }

  /** Distance of neighbouring points; 0 before the first fit. */
  double scale() {
    return scale;
  }

  /** Sets the distance of neighbouring points, which {@link #scale} told of another grid. */
  void setScale(double value) {
    scale = value;
  }

  /**
   * Moves the scale to a near minimum of the squared rounding error, in turns of assignment and
   * least squares (Lloyd, 1982). Layers of zeros keep the scale they have.
   *
   * @param values an array that holds the layer's weights from {@code offset} on
   */
  void fit(float[] values, int offset, Mask mask) {
    if (scale == 0) {
      scale = FIRST_REACH * largest(values, offset, mask) / maxLevel;
    }
    for (int round = 0; round < FIT_ROUNDS && scale > 0; round++) {
      double products = 0;
      double squares = 0;
      for (int i = 0; i < mask.size(); i++) {
        if (mask.isKept(i)) {
          int level = level(values[offset + i]);
          products += level * Math.abs((double) values[offset + i]);
          squares += level * level;
        }
      }
      scale = products > 0 ? products / squares : scale;
    }
  }

  private static double largest(float[] values, int offset, Mask mask) {
    double largest = 0;
    for (int i = 0; i < mask.size(); i++) {
      largest = mask.isKept(i) ? Math.max(largest, Math.abs(values[offset + i])) : largest;
    }
    return largest;
  }

  /** Rounds kept weights to the grid, in place. */
  void round(float[] values, int offset, Mask mask) {
    for (int i = 0; i < mask.size() && scale > 0; i++) {
      if (mask.isKept(i)) {
        float value = values[offset + i];
        values[offset + i] = (float) (value < 0 ? -level(value) * scale : level(value) * scale);
      }
    }
  }

  private int level(float value) {
    return (int) Math.max(1, Math.min(maxLevel, Math.floor(Math.abs(value) / scale + 0.5)));
  }
}
