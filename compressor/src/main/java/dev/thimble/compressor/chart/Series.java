/*
 * Copyright 2026 The Thimble Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.thimble.compressor.chart;

import java.util.List;

/**
 * Points that belong together.
 *
 * @param points at least one; drawn in this order
 */
public record Series(String name, Style style, List<Point> points) {

  /** How points are drawn. */
  public enum Style {
    /** A line, with markers if the points are not too many; intervals are a band behind it. */
    BAND,
    /** A line with markers; intervals are bars. */
    ERROR_BARS,
    /** A thin line without markers, for what is there to compare with. */
    REFERENCE,
    /** Markers alone; intervals are bars. */
    POINTS
  }

  public Series {
    points = List.copyOf(points);
    if (points.isEmpty()) {
      throw new IllegalArgumentException("series " + name + ": expected points, found none");
    }
  }

  /** A line with a band for the intervals. */
  public static Series line(String name, List<Point> points) {
    return new Series(name, Style.BAND, points);
  }

  /** Unconnected points. */
  public static Series points(String name, List<Point> points) {
    return new Series(name, Style.POINTS, points);
  }
}
