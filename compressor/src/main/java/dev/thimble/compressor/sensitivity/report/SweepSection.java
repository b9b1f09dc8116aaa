/*
 * Copyright 2026 The Thimble Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.thimble.compressor.sensitivity.report;

import dev.thimble.compressor.chart.Axis;
import dev.thimble.compressor.chart.ChartSize;
import dev.thimble.compressor.chart.Guide;
import dev.thimble.compressor.chart.LineChart;
import dev.thimble.compressor.chart.NumberText;
import dev.thimble.compressor.chart.Point;
import dev.thimble.compressor.chart.Series;
import dev.thimble.compressor.report.Figures;
import dev.thimble.compressor.sensitivity.SensitivityReport;
import dev.thimble.compressor.sensitivity.Setting;
import dev.thimble.compressor.sensitivity.Sweep;
import dev.thimble.compressor.sensitivity.Sweep.LayerSweep;
import dev.thimble.compressor.sensitivity.SweepPoint;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/** The sweep over widths, kept shares or codebooks. */
final class SweepSection {
  private final SensitivityReport report;
  private final Sweep sweep;
  private final SweepWords words;
  private final ErrorScale errors;
  private final DrawnLayers drawn;

  private SweepSection(SensitivityReport report, Sweep sweep) {
    this.report = report;
    this.sweep = sweep;
    this.words = SweepWords.of(sweep.setting());
    this.errors = new ErrorScale(report.subject().samples());
    this.drawn = DrawnLayers.of(report);
  }

  /** The section; empty if there is nothing in the sweep. */
  static Optional<Section> of(SensitivityReport report, Sweep sweep) {
    return sweep == null || sweep.layers().isEmpty()
        ? Optional.empty()
        : Optional.of(new SweepSection(report, sweep).section());
  }

  private Section section() {
    List<Figure> figures = new ArrayList<>();
    chart("One layer " + words.changed() + ", the others at full precision", LayerSweep::alone)
        .ifPresent(
            chart ->
                figures.add(
                    new Figure(
                        chart,
                        "A line that stays level does not mind; where it leaves the budget\u2019s dotted"
                            + " line, this layer alone spends the budget. Bands are 95 % confidence"
                            + " intervals."
                            + drawn.note())));
    chart("One layer at full precision, the others " + words.changed(), LayerSweep::others)
        .ifPresent(
            chart ->
                figures.add(
                    new Figure(
                        chart,
                        "The further a line lies below \u201call layers\u201d, the more that layer"
                            + " is to blame: sparing it alone repairs so much."
                            + drawn.note())));
    return new Section(
        words.id(),
        words.title(),
        List.of(words.lead(), result()),
        figures,
        List.of(SweepTables.knees(sweep, words), SweepTables.points(sweep, words)));
  }

  private String result() {
    List<String> limits = new ArrayList<>();
    for (LayerSweep layer : sweep.layers()) {
      String limit = layer.kept() == null ? "not even the finest" : words.describe(layer.kept());
      limits.add(layer.layer() + " " + limit);
    }
    return String.format(
        Locale.ROOT,
        "Alone, each layer stays inside the budget of %s points down to: %s.",
        NumberText.of(100 * report.subject().maxDrop()),
        String.join(", ", limits));
  }

  private Optional<LineChart> chart(String title, Function<LayerSweep, List<SweepPoint>> kind) {
    List<Series> series =
        drawn.series(
            sweep.layers(), LayerSweep::layer, layer -> points(kind.apply(layer)), Series::line);
    if (series.isEmpty()) {
      return Optional.empty();
    }
    if (!sweep.together().isEmpty()) {
      series.add(new Series("all layers", Series.Style.REFERENCE, points(sweep.together())));
    }
    double budget = report.baseline().real().error() + report.subject().maxDrop();
    Guide limit = Guide.horizontal(errors.percent(budget), "budget " + Figures.percent(budget));
    Axis axis = words.axis();
    return Optional.of(
        new LineChart(title, ChartSize.HALF, axis, ErrorScale.AXIS, series, List.of(limit)));
  }

  private List<Point> points(List<SweepPoint> points) {
    double unit = sweep.setting() == Setting.DENSITY ? 100 : 1;
    return points.stream().map(p -> errors.point(unit * p.value(), p.measurement())).toList();
  }
}
