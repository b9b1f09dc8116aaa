/*
 * Copyright 2026 The Thimble Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.thimble.compressor.chart;

import java.util.List;

/** Draws one series into a plot. */
final class SeriesDrawing {
  private static final double CAP = 3;

  /** More would hide the line. */
  private static final int MOST_MARKERS = 50;

  private final Svg svg;
  private final PlotArea area;
  private final LabelPlaces labels;
  private final Series series;
  private final int index;

  SeriesDrawing(Svg svg, PlotArea area, LabelPlaces labels, Series series, int index) {
    this.svg = svg;
    this.area = area;
    this.labels = labels;
    this.series = series;
    this.index = index;
  }

  void draw() {
    svg.open("g", "class", ChartStyle.series(index) + " " + kind());
    switch (series.style()) {
      case BAND -> {
        band();
        line();
        if (series.points().size() <= MOST_MARKERS) {
          markers();
        }
      }
      case ERROR_BARS -> {
        bars();
        line();
        markers();
      }
      case REFERENCE -> line();
      case POINTS -> {
        bars();
        markers();
      }
    }
    svg.close("g");
  }

  private String kind() {
    return series.style() == Series.Style.REFERENCE ? "reference" : "measured";
  }

  private void band() {
    List<Point> points = series.points();
    if (points.stream().noneMatch(Point::hasInterval)) {
      return;
    }
    StringBuilder path = new StringBuilder();
    for (Point point : points) {
      append(path, point.x(), point.high());
    }
    for (int i = points.size() - 1; i >= 0; i--) {
      append(path, points.get(i).x(), points.get(i).low());
    }
    svg.element("path", "class", "band", "d", path.append('Z').toString());
  }

  private void line() {
    StringBuilder path = new StringBuilder();
    for (Point point : series.points()) {
      append(path, point.x(), point.y());
    }
    svg.element("path", "class", "line", "d", path.toString());
  }

  private void append(StringBuilder path, double x, double y) {
    path.append(path.length() == 0 ? 'M' : 'L').append(Svg.number(area.x(x)));
    path.append(' ').append(Svg.number(area.y(y)));
  }

  private void bars() {
    for (Point point : series.points()) {
      if (point.hasInterval()) {
        double x = area.x(point.x());
        double top = area.y(point.high());
        double bottom = area.y(point.low());
        svg.line("error", x, top, x, bottom);
        svg.line("error", x - CAP, top, x + CAP, top);
        svg.line("error", x - CAP, bottom, x + CAP, bottom);
      }
    }
  }

  private void markers() {
    for (Point point : series.points()) {
      double x = area.x(point.x());
      double y = area.y(point.y());
      Marker.draw(svg, index, x, y, tip(point));
      if (!point.label().isEmpty()) {
        LabelPlaces.Place place = labels.place(point);
        svg.text("name", place.x(), place.y(), place.anchor(), point.label());
      }
    }
  }

  private String tip(Point point) {
    Axis x = area.xAxis();
    Axis y = area.yAxis();
    String interval =
        point.hasInterval()
            ? " [" + NumberText.of(point.low()) + " to " + NumberText.of(point.high()) + "]"
            : "";
    String label = point.label().isEmpty() ? "" : ", " + point.label();
    return series.name()
        + label
        + "\n"
        + x.label()
        + " "
        + x.describe(point.x())
        + "\n"
        + y.label()
        + " "
        + y.describe(point.y())
        + interval;
  }
}
