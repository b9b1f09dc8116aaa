/*
 * Copyright 2026 The Thimble Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.thimble.compressor.report.tables;

import dev.thimble.compressor.chart.Axis;
import dev.thimble.compressor.chart.ChartSize;
import dev.thimble.compressor.chart.LineChart;
import dev.thimble.compressor.chart.Point;
import dev.thimble.compressor.chart.Series;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Test error against size: Thimble's files as a line, published sizes as points.
 *
 * @param network whose
 * @param own Thimble's files; at least one
 * @param published what others have published
 */
record SizeErrorChart(String network, List<SizeRow> own, List<PublishedResult> published) {

  SizeErrorChart {
    own = List.copyOf(own);
    published = List.copyOf(published);
  }

  /** A chart for each network. */
  static List<SizeErrorChart> all(TablesReport report) {
    List<SizeErrorChart> charts = new ArrayList<>();
    for (NetworkRow row : report.networks()) {
      String network = row.network();
      charts.add(new SizeErrorChart(network, report.sizes(network), report.published(network)));
    }
    return charts;
  }

  String fileName() {
    return "size-error-" + network + ".svg";
  }

  String title() {
    return network + ": test error against size";
  }

  /** A complete SVG file. Published results that count no bytes are not in it. */
  String svg() {
    List<Series> series = new ArrayList<>();
    series.add(
        new Series(
            "Thimble, the whole file",
            Series.Style.ERROR_BARS,
            own.stream()
                .sorted(Comparator.comparingDouble(row -> row.fileBytes().mean()))
                .map(SizeErrorChart::point)
                .toList()));
    List<Point> others =
        published.stream().filter(row -> row.bytes() != null).map(SizeErrorChart::point).toList();
    if (!others.isEmpty()) {
      series.add(Series.points("published (what a size counts differs)", others));
    }
    return new LineChart(
            title(),
            ChartSize.WIDE,
            Axis.log10("size", "bytes"),
            Axis.linear("test error", "%"),
            series,
            List.of())
        .toStandaloneSvg();
  }

  private static Point point(SizeRow row) {
    Spread error = row.testError();
    return Point.of(
            row.fileBytes().mean(), 100 * error.mean(), 100 * error.least(), 100 * error.most())
        .labelled(row.recipe());
  }

  private static Point point(PublishedResult row) {
    return Point.of(row.bytes(), 100 * row.error()).labelled(row.method());
  }
}
