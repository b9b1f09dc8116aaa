/*
 * Copyright 2026 The Thimble Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.thimble.compressor.report;

import dev.thimble.compressor.chart.Axis;
import dev.thimble.compressor.chart.ChartSize;
import dev.thimble.compressor.chart.LineChart;
import dev.thimble.compressor.chart.Point;
import dev.thimble.compressor.chart.Series;
import dev.thimble.compressor.sensitivity.Interval;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** A {@link SearchReport} as text and as a picture. */
public final class SearchTables {
  private final SearchReport report;

  public SearchTables(SearchReport report) {
    this.report = report;
  }

  /** The trials, which of them are on the Pareto front, and which was taken and why. */
  public String text() {
    TextTable table =
        new TextTable("trial", "density", "bytes", "validation error", "95 %", "goal", "front");
    for (SearchReport.Row row : report.trials()) {
      table.row(
          row.number(),
          Figures.percent(row.density()),
          Figures.count(row.fileBytes()),
          Figures.percent(row.validationError()),
          Figures.percentRange(row.validationErrorInterval()),
          row.meetsGoal() ? "met" : "missed",
          row.onFront() ? "*" : "");
    }
    return table + "\n" + verdict();
  }

  private String verdict() {
    String end =
        switch (report.end()) {
          case DONE -> "The search is done: ";
          case TIME -> "The time is up (--resume goes on): ";
          case INTERRUPT -> "Interrupted (--resume goes on): ";
        };
    if (report.chosen() == null) {
      return end + "no trial has " + report.goal() + "; nothing written\n";
    }
    SearchReport.Row chosen = report.trials().get(report.chosen() - 1);
    String test =
        report.testError() == null
            ? ""
            : String.format(
                ", test error %s (95 %%: %s) on %s images",
                Figures.percent(report.testError()),
                Figures.percentRange(report.testErrorInterval()),
                Figures.count(report.testImages()));
    return String.format(
        "%strial %d is the best with %s (original: %s).%n%s: %s bytes, validation error %s (95 %%: %s)%s%n",
        end,
        chosen.number(),
        report.goal(),
        Figures.percent(report.originalError()),
        report.file(),
        Figures.count(chosen.fileBytes()),
        Figures.percent(chosen.validationError()),
        Figures.percentRange(chosen.validationErrorInterval()),
        test);
  }

  /** Error against size, the front as a line; a complete SVG file. There must be a trial. */
  public String chart() {
    List<Point> front = new ArrayList<>();
    List<Point> others = new ArrayList<>();
    for (SearchReport.Row row : report.trials()) {
      Interval interval = row.validationErrorInterval();
      Point point =
          Point.of(
              row.fileBytes(),
              100 * row.validationError(),
              100 * interval.low(),
              100 * interval.high());
      (row.onFront() ? front : others).add(point.labelled(Integer.toString(row.number())));
    }
    front.sort(Comparator.comparingDouble(Point::x));
    List<Series> series = new ArrayList<>();
    series.add(new Series("Pareto front", Series.Style.ERROR_BARS, front));
    if (!others.isEmpty()) {
      series.add(Series.points("other trials", others));
    }
    return new LineChart(
            report.model() + ": validation error against size",
            ChartSize.WIDE,
            Axis.log10("file", "bytes"),
            Axis.linear("validation error", "%"),
            series,
            List.of())
        .toStandaloneSvg();
  }
}
