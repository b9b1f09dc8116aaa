/*
 * Copyright 2026 The Thimble Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.thimble.compressor.network;

/** Checks that the kinds of weights share. */
final class Matrix {
  private Matrix() {}

  static void requireSize(int rows, int columns, int length) {
    if (rows < 1 || columns < 1) {
      throw new IllegalArgumentException(
          "weights need at least one row and column, found " + rows + "x" + columns);
    }
    if ((long) rows * columns != length) {
      throw new IllegalArgumentException(
          "expected " + rows + "x" + columns + " weights, found " + length);
    }
  }

  /** Refuses NaN and infinity; the layer knows its name, so it asks. */
  static void requireFinite(String layer, String what, FloatSource values, int length) {
    for (int i = 0; i < length; i++) {
      float value = values.get(i);
      if (!Float.isFinite(value)) {
        throw new IllegalArgumentException(
            "layer " + layer + ": " + what + " " + i + " must be finite, found " + value);
      }
    }
  }

  /** Reads one float of an array that stays with its owner. */
  interface FloatSource {
    float get(int index);
  }
}
