/*
 * Copyright 2026 The Thimble Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.thimble.compressor.chart;

/**
 * A bar from 0 to a value.
 *
 * @param low where its interval begins; {@code value} if there is none
 * @param high where its interval ends; {@code value} if there is none
 * @param emphasised whether it stands out from the others
 */
public record Bar(String label, double value, double low, double high, boolean emphasised) {

  public Bar {
    if (!Double.isFinite(value)) {
      throw new IllegalArgumentException("bar " + label + ": expected a number, found " + value);
    }
    if (!(low <= value && value <= high) || Double.isInfinite(low) || Double.isInfinite(high)) {
      throw new IllegalArgumentException(
          "bar "
              + label
              + ": expected an interval around "
              + value
              + ", found "
              + low
              + " to "
              + high);
    }
  }

  /** A bar that stands out. */
  public static Bar emphasised(String label, double value) {
    return new Bar(label, value, value, value, true);
  }

  /** A bar like any other. */
  public static Bar plain(String label, double value) {
    return new Bar(label, value, value, value, false);
  }

  /** This bar with an interval. */
  public Bar within(double lower, double upper) {
    return new Bar(label, value, lower, upper, emphasised);
  }
}
