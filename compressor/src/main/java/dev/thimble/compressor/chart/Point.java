/*
 * Copyright 2026 The Thimble Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.thimble.compressor.chart;

/**
 * A measured value.
 *
 * @param low where its interval begins, at most {@code y}; {@code y} if there is none
 * @param high where its interval ends, at least {@code y}; {@code y} if there is none
 * @param label stands beside the point; empty for none
 */
public record Point(double x, double y, double low, double high, String label) {

  public Point {
    if (!Double.isFinite(x) || !Double.isFinite(y)) {
      throw new IllegalArgumentException("point: expected numbers, found " + x + ", " + y);
    }
    if (!(low <= y && y <= high) || Double.isInfinite(low) || Double.isInfinite(high)) {
      throw new IllegalArgumentException(
          "point: expected an interval around " + y + ", found " + low + " to " + high);
    }
  }

  /** A value without an interval. */
  public static Point of(double x, double y) {
    return new Point(x, y, y, y, "");
  }

  /** A value with its interval. */
  public static Point of(double x, double y, double low, double high) {
    return new Point(x, y, low, high, "");
  }

  /** This point with a label beside it. */
  public Point labelled(String text) {
    return new Point(x, y, low, high, text);
  }

  boolean hasInterval() {
    return low < high;
  }
}
