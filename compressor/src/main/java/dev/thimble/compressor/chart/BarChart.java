/*
 * Copyright 2026 The Thimble Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.thimble.compressor.chart;

import java.util.List;

/**
 * Horizontal bars from 0, one below the other, each with its label and its value. Negative values
 * go to the left.
 */
public final class BarChart extends Chart {
  private static final int ROW = 28;
  private static final int THICKNESS = 18;
  private static final int GAP = 8;
  private static final int MARGIN = 8;
  private static final double SHORTEST = 1;
  private static final double CAP = 4;

  private final Axis axis;
  private final List<Bar> bars;
  private final double labelWidth;
  private final double zero;
  private final double pixelsPerUnit;

  /**
   * A chart whose height follows from its bars.
   *
   * @param axis what the values are; linear
   * @param bars at least one, from top to bottom
   */
  public BarChart(String title, ChartSize size, Axis axis, List<Bar> bars) {
    super(title, size);
    if (bars.isEmpty()) {
      throw new IllegalArgumentException("bar chart " + title + ": expected bars, found none");
    }
    if (axis.scale() != Scale.LINEAR) {
      throw new IllegalArgumentException(
          "bar chart " + title + ": expected a linear axis, found " + axis.scale());
    }
    this.axis = axis;
    this.bars = List.copyOf(bars);
    this.labelWidth = widest(bars.stream().map(Bar::label).toList()) + GAP;
    double values = widest(bars.stream().map(bar -> NumberText.of(bar.value())).toList()) + GAP;
    double right = bars.stream().mapToDouble(bar -> Math.max(0, bar.high())).max().orElse(0);
    double left = bars.stream().mapToDouble(bar -> Math.min(0, bar.low())).min().orElse(0);
    double room = Math.max(0, size.width() - labelWidth - values - GAP);
    this.pixelsPerUnit = right > left ? room / (right - left) : 0;
    this.zero = labelWidth - left * pixelsPerUnit;
  }

  private static double widest(List<String> texts) {
    return texts.stream().mapToDouble(ChartStyle::textWidth).max().orElse(0);
  }

  @Override
  double height() {
    return TITLE_HEIGHT + ROW + bars.size() * ROW + MARGIN;
  }

  @Override
  void draw(Svg svg) {
    svg.text("axis-title", labelWidth, TITLE_HEIGHT + 14, "start", axis.title());
    double y = TITLE_HEIGHT + ROW - 4;
    svg.line("axis", zero, y - 2, zero, height() - MARGIN);
    for (Bar bar : bars) {
      bar(svg, bar, y);
      y += ROW;
    }
  }

  private void bar(Svg svg, Bar bar, double top) {
    double length = Math.max(SHORTEST, Math.abs(bar.value()) * pixelsPerUnit);
    double middle = top + THICKNESS / 2.0;
    svg.text("name", labelWidth - GAP, middle + 4, "end", bar.label());
    svg.rectangle(
        bar.emphasised() ? "bar own" : "bar other",
        bar.value() < 0 ? zero - length : zero,
        top,
        length,
        THICKNESS,
        bar.label() + "\n" + axis.label() + " " + axis.describe(bar.value()));
    if (bar.low() < bar.high()) {
      interval(svg, zero + bar.low() * pixelsPerUnit, zero + bar.high() * pixelsPerUnit, middle);
    }
    double end = zero + Math.max(0, bar.high()) * pixelsPerUnit;
    svg.text("value", end + GAP, middle + 4, "start", NumberText.of(bar.value()));
  }

  private static void interval(Svg svg, double from, double to, double y) {
    svg.line("error", from, y, to, y);
    svg.line("error", from, y - CAP, from, y + CAP);
    svg.line("error", to, y - CAP, to, y + CAP);
  }
}
