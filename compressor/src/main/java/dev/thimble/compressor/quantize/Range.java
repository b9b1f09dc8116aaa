/*
 * Copyright 2026 The Thimble Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.thimble.compressor.quantize;

/** An interval of real values that contains 0. */
public record Range(double min, double max) {

  public Range {
    if (!(min <= 0 && max >= 0 && max - min < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException(
          "a range must be finite and contain 0, found " + min + " ... " + max);
    }
  }

  /** The smallest range that contains 0 and both ends. */
  static Range widened(double min, double max) {
    return new Range(Math.min(0, min), Math.max(0, max));
  }

  double width() {
    return max - min;
  }
}
