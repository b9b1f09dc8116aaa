/*
 * Copyright 2026 The Thimble Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.thimble.compressor.chart;

import java.util.ArrayList;
import java.util.DoubleSummaryStatistics;
import java.util.List;

/** One line, or a cloud of points, for each series, with confidence intervals and guides. */
public final class LineChart extends Chart {
  private static final int PIXELS_A_TICK = 50;

  private final Axis x;
  private final Axis y;
  private final List<Series> series;
  private final List<Guide> guides;

  /**
   * A chart.
   *
   * @param series at least one; a legend names them if there are several
   * @throws IllegalArgumentException if there is no series, or a value that a logarithmic axis does
   *     not have
   */
  public LineChart(
      String title, ChartSize size, Axis x, Axis y, List<Series> series, List<Guide> guides) {
    super(title, size);
    if (series.isEmpty()) {
      throw new IllegalArgumentException("line chart " + title + ": expected series, found none");
    }
    this.x = x;
    this.y = y;
    this.series = List.copyOf(series);
    this.guides = List.copyOf(guides);
  }

  @Override
  double height() {
    return size().height();
  }

  @Override
  void draw(Svg svg) {
    Legend legend = new Legend(series.size() > 1 ? entries() : List.of(), size().width());
    legend.draw(svg, TITLE_HEIGHT);
    double top = TITLE_HEIGHT + legend.height();
    DoubleSummaryStatistics across = new DoubleSummaryStatistics();
    DoubleSummaryStatistics up = new DoubleSummaryStatistics();
    for (Series line : series) {
      for (Point point : line.points()) {
        across.accept(point.x());
        up.accept(point.low());
        up.accept(point.high());
      }
    }
    int ticksAcross = size().width() / PIXELS_A_TICK;
    AxisRange range = AxisRange.of(x, across.getMin(), across.getMax(), ticksAcross, false);
    PlotArea area = PlotArea.of(size(), top, range, y, up.getMin(), up.getMax());
    area.drawFrame(svg);
    LabelPlaces labels = new LabelPlaces(area, series);
    for (int i = 0; i < series.size(); i++) {
      new SeriesDrawing(svg, area, labels, series.get(i), i).draw();
    }
    area.drawGuides(svg, guides);
  }

  private List<Legend.Entry> entries() {
    List<Legend.Entry> entries = new ArrayList<>();
    for (int i = 0; i < series.size(); i++) {
      Series.Style style = series.get(i).style();
      entries.add(
          new Legend.Entry(
              series.get(i).name(),
              i,
              style != Series.Style.POINTS,
              style != Series.Style.REFERENCE));
    }
    return entries;
  }
}
