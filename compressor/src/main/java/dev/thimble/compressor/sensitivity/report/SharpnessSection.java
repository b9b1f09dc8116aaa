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
import dev.thimble.compressor.sensitivity.Sharpness;
import dev.thimble.compressor.sensitivity.Sharpness.SharpnessPoint;
import java.util.List;
import java.util.Optional;

/** The worst place nearby. */
final class SharpnessSection {
  static final Axis RADIUS = Axis.linear("Radius ρ", "unit of the weights");
  static final Axis RISE = Axis.linear("Rise of the loss", "nats");

  private SharpnessSection() {}

  static Optional<Section> of(Sharpness sharpness) {
    return sharpness == null || sharpness.points().isEmpty()
        ? Optional.empty()
        : Optional.of(section(sharpness));
  }

  private static Section section(Sharpness sharpness) {
    List<Point> points =
        sharpness.points().stream().map(p -> Point.of(p.rho(), p.increase())).toList();
    LineChart chart =
        new LineChart(
            "Rise of the loss at the worst place nearby",
            ChartSize.HALF,
            RADIUS,
            RISE,
            List.of(Series.line("increase", points)),
            List.of());
    return new Section(
        "sharpness",
        "Steep or flat: the worst place nearby",
        List.of(
            "How much the loss rises when all weights and biases together move by a distance ρ in"
                + " the direction that hurts most (to first order, as in sharpness-aware"
                + " minimisation), on "
                + Figures.count(sharpness.samples())
                + " training images. The loss here is "
                + NumberText.of(sharpness.loss())
                + " nats, the gradient\u2019s length "
                + NumberText.of(sharpness.gradientNorm())
                + "."),
        List.of(
            new Figure(
                chart,
                "The lower the line, the flatter the valley. Training with --sam aims at a lower one.")),
        List.of(table(sharpness)));
  }

  private static Table table(Sharpness sharpness) {
    Table table =
        new Table(
            "sharpness",
            "The worst place by radius",
            Column.number("rho", "radius ρ"),
            Column.number("loss_nats", "loss (nats)"),
            Column.number("increase_nats", "rise (nats)"),
            Column.percent("error_share", "error"));
    for (SharpnessPoint p : sharpness.points()) {
      table.row(p.rho(), p.loss(), p.increase(), p.error());
    }
    return table;
  }
}
