/*
 * Copyright 2026 The Thimble Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.thimble.compressor.chart;

import java.util.DoubleSummaryStatistics;
import java.util.List;

/** From a value to one of the colours of {@link ChartStyle}, and the strip that explains them. */
final class ColourScale {
  private static final int WIDTH = 14;

  /** Colours from this on are too light for white letters. */
  private static final int FIRST_LIGHT = 9;

  private static final int TICKS = 6;

  private final AxisRange range;

  private ColourScale(AxisRange range) {
    this.range = range;
  }

  /** The scale of all these values. */
  static ColourScale of(Axis axis, List<List<Double>> cells) {
    DoubleSummaryStatistics all = new DoubleSummaryStatistics();
    cells.forEach(row -> row.forEach(all::accept));
    return new ColourScale(AxisRange.of(axis, all.getMin(), all.getMax(), TICKS, false));
  }

  /** The class of a value's colour. */
  String kind(double value) {
    return "q" + step(value);
  }

  boolean isDark(double value) {
    return step(value) < FIRST_LIGHT;
  }

  private int step(double value) {
    int step = (int) (range.position(value) * ChartStyle.STEPS);
    return Math.max(0, Math.min(ChartStyle.STEPS - 1, step));
  }

  /** Draws the strip, the largest value on top. */
  void draw(Svg svg, double x, double top, double bottom) {
    double step = (bottom - top) / ChartStyle.STEPS;
    for (int i = 0; i < ChartStyle.STEPS; i++) {
      double y = bottom - (i + 1) * step;
      svg.element(
          "rect", "class", "cell q" + i, "x", x, "y", y, "width", (double) WIDTH, "height", step);
    }
    for (double tick : range.ticks()) {
      double y = bottom - (bottom - top) * range.position(tick);
      svg.line("stub", x + WIDTH, y, x + WIDTH + 4, y);
      svg.text("tick", x + WIDTH + 7, y + 4, "start", NumberText.of(tick));
    }
    svg.text("axis-title", x + WIDTH, top - 10, "middle", range.axis().title());
  }
}
