/*
 * Copyright 2026 The Thimble Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.thimble.compressor.sensitivity.report;

import dev.thimble.compressor.chart.Axis;
import dev.thimble.compressor.chart.Bar;
import dev.thimble.compressor.chart.BarChart;
import dev.thimble.compressor.chart.ChartSize;
import dev.thimble.compressor.sensitivity.RankedLayer;
import dev.thimble.compressor.sensitivity.SensitivityReport;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Which layer is the most fragile. */
final class RankingSection {

  private RankingSection() {}

  static Optional<Section> of(SensitivityReport report) {
    return report.ranking().isEmpty() ? Optional.empty() : Optional.of(section(report));
  }

  private static Section section(SensitivityReport report) {
    Table table =
        new Table(
            "ranking",
            "Layers, the most fragile first",
            Column.text("layer", "layer"),
            Column.number("loss_increase_nats", "mean rise of the loss (nats)"));
    List<Bar> bars = new ArrayList<>();
    for (RankedLayer layer : report.ranking()) {
      table.row(layer.layer(), layer.lossIncrease());
      bars.add(
          bars.isEmpty()
              ? Bar.emphasised(layer.layer(), layer.lossIncrease())
              : Bar.plain(layer.layer(), layer.lossIncrease()));
    }
    return new Section(
        "ranking",
        "Fragile layers",
        List.of(),
        List.of(
            new Figure(
                new BarChart(
                    "Layers, the most fragile first",
                    ChartSize.HALF,
                    Axis.linear("Mean rise of the loss", "nats"),
                    bars),
                "How much the loss rises when this layer alone is narrowed, on average over 8 to 2"
                    + " bits. Spend precision on the long bars.")),
        List.of(table));
  }
}
