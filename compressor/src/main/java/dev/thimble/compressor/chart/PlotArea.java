/*
 * Copyright 2026 The Thimble Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.thimble.compressor.chart;

import java.util.List;

/** The rectangle that data are drawn in, with its grid and axes. */
final class PlotArea {
  /** Pixels under the plot: tick labels and the axis title. */
  static final int BELOW = 40;

  /** Pixels above the plot: the title of the y axis. */
  static final int ABOVE = 24;

  /** Pixels between the vertical axis and the base line of its title, which begins at the edge. */
  static final int TITLE_GAP = 10;

  /** Pixels between labels and what they stand beside. */
  static final int LABEL_GAP = 7;

  private static final int RIGHT = 14;
  private static final int PIXELS_A_TICK = 45;

  private final AxisRange x;
  private final AxisRange y;
  private final double left;
  private final double top;
  private final double width;
  private final double height;

  /**
   * The rest of a picture below {@code top}, for data of {@code low} to {@code high} on the y axis.
   */
  static PlotArea of(ChartSize size, double top, AxisRange x, Axis y, double low, double high) {
    int ticks = Math.max(2, (int) (size.height() - top) / PIXELS_A_TICK);
    AxisRange range = AxisRange.of(y, low, high, ticks, true);
    return new PlotArea(x, range, size.width(), top, size.height());
  }

  /**
   * An area below {@code top} that leaves room for its labels.
   *
   * @param bottom where the labels under it end
   */
  private PlotArea(AxisRange x, AxisRange y, double totalWidth, double top, double bottom) {
    this.x = x;
    this.y = y;
    double labels =
        y.ticks().stream()
            .mapToDouble(tick -> ChartStyle.textWidth(NumberText.of(tick)))
            .max()
            .orElse(0);
    this.left = labels + LABEL_GAP + 4;
    this.width = totalWidth - left - RIGHT;
    this.top = top + ABOVE;
    this.height = bottom - BELOW - this.top;
  }

  double x(double value) {
    return left + width * clamp(x.position(value));
  }

  double y(double value) {
    return top + height * (1 - clamp(y.position(value)));
  }

  /** What lies beyond an axis with fixed ends is drawn at its end. */
  private static double clamp(double position) {
    return Math.max(0, Math.min(1, position));
  }

  double left() {
    return left;
  }

  double right() {
    return left + width;
  }

  double top() {
    return top;
  }

  double bottom() {
    return top + height;
  }

  Axis xAxis() {
    return x.axis();
  }

  Axis yAxis() {
    return y.axis();
  }

  /** Draws grid, labels and titles: what lies behind the data. */
  void drawFrame(Svg svg) {
    for (double tick : y.ticks()) {
      svg.line("grid", left, y(tick), right(), y(tick));
      svg.text("tick", left - LABEL_GAP, y(tick) + 4, "end", NumberText.of(tick));
    }
    for (double tick : x.ticks()) {
      svg.line("stub", x(tick), bottom(), x(tick), bottom() + 4);
      svg.text("tick", x(tick), bottom() + 17, "middle", NumberText.of(tick));
    }
    svg.line("axis", left, bottom(), right(), bottom());
    svg.text("axis-title", 0, top - TITLE_GAP, "start", y.axis().title());
    svg.text("axis-title", right(), bottom() + 35, "end", x.axis().title());
  }

  /** Draws those guides that the axes reach. */
  void drawGuides(Svg svg, List<Guide> guides) {
    for (Guide guide : guides) {
      double place = (guide.vertical() ? x : y).position(guide.value());
      if (place < 0 || place > 1) {
        continue;
      }
      if (guide.vertical()) {
        double at = x(guide.value());
        boolean room = at + ChartStyle.textWidth(guide.label()) < right();
        svg.line("guide", at, top, at, bottom());
        svg.text("note", at + (room ? 5 : -5), top + 10, room ? "start" : "end", guide.label());
      } else {
        double at = y(guide.value());
        boolean room = at - top > ChartStyle.TEXT + 4;
        svg.line("guide", left, at, right(), at);
        svg.text("note", right(), at + (room ? -5 : 14), "end", guide.label());
      }
    }
  }
}
