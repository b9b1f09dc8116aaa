/*
 * Copyright 2026 The Thimble Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.thimble.compressor.sensitivity.report;

import dev.thimble.compressor.chart.Axis;
import dev.thimble.compressor.chart.ChartSize;
import dev.thimble.compressor.chart.LineChart;
import dev.thimble.compressor.chart.NumberText;
import dev.thimble.compressor.chart.Point;
import dev.thimble.compressor.chart.Series;
import dev.thimble.compressor.report.Figures;
import dev.thimble.compressor.sensitivity.BitSearch;
import dev.thimble.compressor.sensitivity.BitSearch.Flip;
import dev.thimble.compressor.sensitivity.BitSearch.Threshold;
import dev.thimble.compressor.sensitivity.SensitivityReport;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The most harmful flips. */
final class BitSearchSection {
  private final SensitivityReport report;
  private final BitSearch search;

  private BitSearchSection(SensitivityReport report) {
    this.report = report;
    this.search = report.bitSearch();
  }

  static Optional<Section> of(SensitivityReport report) {
    return report.bitSearch() == null || report.bitSearch().flips().isEmpty()
        ? Optional.empty()
        : Optional.of(new BitSearchSection(report).section());
  }

  private Section section() {
    List<Point> points = new ArrayList<>();
    points.add(Point.of(0, 100 * report.baseline().integers().error()));
    for (int i = 0; i < search.flips().size(); i++) {
      points.add(Point.of(i + 1, 100 * search.flips().get(i).error()));
    }
    LineChart chart =
        new LineChart(
            "Error after the most harmful flips",
            ChartSize.HALF,
            Axis.linear("Flipped bits", ""),
            Axis.linear("Error", "%").startingAt(0),
            List.of(Series.line("error", points)),
            List.of());
    return new Section(
        "bit-search",
        "The worst bits",
        List.of(
            "What an adversary, or very bad luck, could do: bits that are flipped one after the"
                + " other where the gradient on "
                + Figures.count(search.samples())
                + " training images says that it hurts most (Rakin et al., 2019).",
            result()),
        List.of(
            new Figure(
                chart,
                "Compare with random flips above: a handful of chosen bits can do what thousands of"
                    + " random ones do not.")),
        List.of(thresholds(), flips()));
  }

  private String result() {
    List<String> counts = new ArrayList<>();
    for (Threshold t : search.thresholds()) {
      String flips =
          t.flips() == null ? "more than " + search.flips().size() : Figures.count(t.flips());
      counts.add(flips + " for " + NumberText.of(100 * t.error()) + " %");
    }
    return "Flips needed for an error: " + String.join(", ", counts) + ".";
  }

  private Table thresholds() {
    Table table =
        new Table(
            "bit-search-thresholds",
            "Flips to an error",
            Column.percent("error_share", "error"),
            Column.count("flips", "flips"));
    search.thresholds().forEach(t -> table.row(t.error(), t.flips()));
    return table;
  }

  private Table flips() {
    Table table =
        new Table(
            "bit-search",
            "The flips in order",
            Column.count("flip", "flip"),
            Column.text("layer", "layer"),
            Column.count("row", "output"),
            Column.count("column", "weight"),
            Column.count("bit", "bit"),
            Column.number("level_before", "level before"),
            Column.number("level_after", "after"),
            Column.number("loss_nats", "loss (nats)"),
            Column.percent("error_share", "error"));
    int number = 1;
    for (Flip f : search.flips()) {
      table.row(
          number++,
          f.layer(),
          f.row(),
          f.column(),
          f.bit(),
          f.levelBefore(),
          f.levelAfter(),
          f.loss(),
          f.error());
    }
    return table;
  }
}
