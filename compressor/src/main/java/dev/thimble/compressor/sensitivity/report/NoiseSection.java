/*
 * Copyright 2026 The Thimble Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.thimble.compressor.sensitivity.report;

import dev.thimble.compressor.chart.Axis;
import dev.thimble.compressor.chart.ChartSize;
import dev.thimble.compressor.chart.LineChart;
import dev.thimble.compressor.chart.Point;
import dev.thimble.compressor.chart.Series;
import dev.thimble.compressor.sensitivity.NoiseTolerance;
import dev.thimble.compressor.sensitivity.NoiseTolerance.LayerNoise;
import dev.thimble.compressor.sensitivity.NoiseTolerance.NoisePoint;
import dev.thimble.compressor.sensitivity.SensitivityReport;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Random noise on the weights. */
final class NoiseSection {
  /** Sizes of noise in percent. */
  static final Axis AXIS = Axis.log10("Noise, relative to the weights", "%");

  private final NoiseTolerance noise;
  private final ErrorScale errors;
  private final DrawnLayers drawn;

  private NoiseSection(SensitivityReport report) {
    this.noise = report.noise();
    this.errors = new ErrorScale(report.subject().samples());
    this.drawn = DrawnLayers.of(report);
  }

  static Optional<Section> of(SensitivityReport report) {
    return report.noise() == null || report.noise().network().isEmpty()
        ? Optional.empty()
        : Optional.of(new NoiseSection(report).section());
  }

  private Section section() {
    List<Figure> figures = new ArrayList<>();
    List<Series> whole = new ArrayList<>();
    whole.add(Series.line("mean of the draws", points(noise.network())));
    List<Point> worst = new ArrayList<>();
    for (NoisePoint p : noise.network()) {
      if (p.size() > 0) {
        worst.add(errors.point(100 * p.size(), p.worstError()));
      }
    }
    whole.add(new Series("worst draw", Series.Style.REFERENCE, worst));
    figures.add(
        new Figure(
            chart("Noise on all layers", whole),
            "A flat valley keeps its error while the noise grows; in a steep one the line climbs"
                + " early. The band is the mean\u2019s 95 % interval."));
    List<Series> layers =
        drawn.series(
            noise.layers(), LayerNoise::layer, layer -> points(layer.points()), Series::line);
    if (!layers.isEmpty()) {
      figures.add(
          new Figure(
              chart("Noise on one layer", layers),
              "The line that climbs first is the layer that needs its precision most."
                  + drawn.note()));
    }
    return new Section(
        "noise",
        "Steep or flat: random noise",
        List.of(
            "Every output channel\u2019s weights get Gaussian noise of a given share of their own"
                + " length, so that layers of different scale compare. Several draws a size."),
        figures,
        List.of(table()));
  }

  private List<Point> points(List<NoisePoint> points) {
    return points.stream()
        .filter(p -> p.size() > 0)
        .map(p -> errors.point(100 * p.size(), p.error(), p.errorInterval()))
        .toList();
  }

  private static LineChart chart(String title, List<Series> series) {
    return new LineChart(title, ChartSize.HALF, AXIS, ErrorScale.AXIS, series, List.of());
  }

  private Table table() {
    Table table =
        new Table(
            "noise",
            "Error and loss under noise",
            Column.text("layer", "layer"),
            Column.percent("noise_share", "noise"),
            Column.count("seeds", "draws"),
            Column.percent("error_share", "mean error"),
            Column.percent("error_low", "95 % low"),
            Column.percent("error_high", "95 % high"),
            Column.percent("worst_error_share", "worst error"),
            Column.number("loss_nats", "mean loss (nats)"),
            Column.number("worst_loss_nats", "worst loss (nats)"));
    rows(table, "all", noise.network());
    noise.layers().forEach(layer -> rows(table, layer.layer(), layer.points()));
    return table;
  }

  private static void rows(Table table, String layer, List<NoisePoint> points) {
    for (NoisePoint p : points) {
      table.row(
          layer,
          p.size(),
          p.seeds(),
          p.error(),
          p.errorInterval().low(),
          p.errorInterval().high(),
          p.worstError(),
          p.loss(),
          p.worstLoss());
    }
  }
}
