/*
 * Copyright 2026 The Thimble Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.thimble.compressor.sensitivity.report;

import dev.thimble.compressor.chart.Axis;
import dev.thimble.compressor.chart.Bar;
import dev.thimble.compressor.chart.BarChart;
import dev.thimble.compressor.chart.ChartSize;
import dev.thimble.compressor.chart.LineChart;
import dev.thimble.compressor.chart.NumberText;
import dev.thimble.compressor.chart.Point;
import dev.thimble.compressor.chart.Series;
import dev.thimble.compressor.report.Figures;
import dev.thimble.compressor.sensitivity.Curvature;
import dev.thimble.compressor.sensitivity.Curvature.LayerCurvature;
import dev.thimble.compressor.sensitivity.Curvature.RankCorrelation;
import dev.thimble.compressor.sensitivity.Interval;
import dev.thimble.compressor.sensitivity.SensitivityReport;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Eigenvalues, traces, and whether they predict what was measured. */
final class CurvatureSection {
  /** Of second derivatives. */
  static final String UNIT = "nats per squared weight";

  private final Curvature curvature;
  private final DrawnLayers drawn;

  private CurvatureSection(SensitivityReport report) {
    this.curvature = report.curvature();
    this.drawn = DrawnLayers.of(report);
  }

  static Optional<Section> of(SensitivityReport report) {
    return report.curvature() == null
        ? Optional.empty()
        : Optional.of(new CurvatureSection(report).section());
  }

  private Section section() {
    List<Figure> figures = new ArrayList<>();
    figures.add(
        new Figure(
            bars("Steepest direction of each layer", "Top eigenvalue", false),
            "How sharply the loss bends along the layer\u2019s worst direction. A long bar is a"
                + " steep valley."));
    figures.add(
        new Figure(
            bars("Mean curvature of a weight", "Trace / weights", true),
            "How sharply the loss bends on average when one weight moves; with the 95 % interval of"
                + " the estimate."));
    scatter()
        .ifPresent(
            chart ->
                figures.add(
                    new Figure(
                        chart,
                        "One point a layer and width. Points along a rising diagonal mean that"
                            + " curvature ranks layers rightly; the units need not agree. Pairs"
                            + " without a rise cannot be drawn on these axes; the table has them."
                            + drawn.note())));
    return new Section(
        "curvature",
        "Curvature",
        List.of(
            "Second derivatives of the loss on "
                + Figures.count(curvature.samples())
                + " training images say how steep the valley is. The whole network\u2019s top"
                + " eigenvalue is "
                + NumberText.of(curvature.topEigenvalue())
                + ".",
            trust()),
        figures,
        CurvatureTables.of(curvature));
  }

  private String trust() {
    List<String> rhos = new ArrayList<>();
    for (RankCorrelation c : curvature.correlations()) {
      String rho = c.rho() == null ? "undefined" : NumberText.of(c.rho());
      rhos.add((c.bits() == 0 ? "all together " : "at " + c.bits() + " bits ") + rho);
    }
    return rhos.isEmpty()
        ? "There are too few layers to say whether curvature predicts the measured loss."
        : "Rank correlation of the predicted with the measured loss increase (1: the order is"
            + " right; 0: no better than chance): "
            + String.join(", ", rhos)
            + ".";
  }

  private BarChart bars(String title, String label, boolean trace) {
    double largest =
        curvature.layers().stream().mapToDouble(l -> Math.abs(value(l, trace))).max().orElse(0);
    List<Bar> bars = new ArrayList<>();
    for (LayerCurvature layer : curvature.layers()) {
      double value = value(layer, trace);
      Bar bar =
          Math.abs(value) == largest
              ? Bar.emphasised(layer.layer(), value)
              : Bar.plain(layer.layer(), value);
      if (trace) {
        double deviation = layer.traceStandardError() / layer.weights();
        Interval interval = Interval.normal(value, deviation);
        bar = bar.within(interval.low(), interval.high());
      }
      bars.add(bar);
    }
    return new BarChart(title, ChartSize.HALF, Axis.linear(label, UNIT), bars);
  }

  private static double value(LayerCurvature layer, boolean trace) {
    return trace ? layer.meanTrace() : layer.topEigenvalue();
  }

  private Optional<LineChart> scatter() {
    List<Series> series =
        drawn.series(
            curvature.layers(),
            LayerCurvature::layer,
            CurvatureSection::positivePairs,
            Series::points);
    return series.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new LineChart(
                "Predicted and measured rise of the loss",
                ChartSize.HALF,
                Axis.log10("Predicted: mean trace × squared error", "nats"),
                Axis.log10("Measured", "nats"),
                series,
                List.of()));
  }

  private static List<Point> positivePairs(LayerCurvature layer) {
    return layer.predictions().stream()
        .filter(p -> p.predicted() > 0 && p.measured() > 0)
        .map(p -> Point.of(p.predicted(), p.measured()))
        .toList();
  }
}
