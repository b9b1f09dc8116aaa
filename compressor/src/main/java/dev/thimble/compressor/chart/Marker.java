/*
 * Copyright 2026 The Thimble Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.thimble.compressor.chart;

/** The shapes at points: they tell series apart without colours. */
final class Marker {
  private static final double RADIUS = 3.4;

  private Marker() {}

  /** Draws the marker of the series with this number; the caller closes an open group. */
  static void draw(Svg svg, int series, double x, double y) {
    svg.element("path", "class", "mark", "d", shape(series, x, y));
  }

  /** As {@link #draw}, with a tooltip. */
  static void draw(Svg svg, int series, double x, double y, String tip) {
    svg.open("path", "class", "mark", "d", shape(series, x, y));
    svg.leaf("title", tip);
    svg.close("path");
  }

  private static String shape(int series, double x, double y) {
    double r = RADIUS;
    return switch (series % 4) {
      case 0 -> circle(x, y, r);
      case 1 -> polygon(x, y, -r, -r, r, -r, r, r, -r, r);
      case 2 -> polygon(x, y, 0, -1.3 * r, 1.2 * r, 0.9 * r, -1.2 * r, 0.9 * r);
      default -> polygon(x, y, 0, -1.4 * r, 1.4 * r, 0, 0, 1.4 * r, -1.4 * r, 0);
    };
  }

  private static String circle(double x, double y, double r) {
    String arc = "a" + r + " " + r + " 0 1 0 ";
    String start = "M" + Svg.number(x - r) + " " + Svg.number(y);
    return start + arc + 2 * r + " 0" + arc + -2 * r + " 0Z";
  }

  private static String polygon(double x, double y, double... offsets) {
    StringBuilder path = new StringBuilder();
    for (int i = 0; i < offsets.length; i += 2) {
      path.append(i == 0 ? 'M' : 'L');
      path.append(Svg.number(x + offsets[i])).append(' ').append(Svg.number(y + offsets[i + 1]));
    }
    return path.append('Z').toString();
  }
}
