/*
 * Copyright 2026 The Thimble Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.thimble.compressor.sensitivity.report;

import dev.thimble.compressor.chart.Axis;
import dev.thimble.compressor.chart.Bar;
import dev.thimble.compressor.chart.BarChart;
import dev.thimble.compressor.chart.ChartSize;
import dev.thimble.compressor.chart.Guide;
import dev.thimble.compressor.chart.Histogram;
import dev.thimble.compressor.chart.Histogram.Distribution;
import dev.thimble.compressor.report.Figures;
import dev.thimble.compressor.sensitivity.Activations;
import dev.thimble.compressor.sensitivity.Activations.LayerActivations;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The layers' outputs, in real numbers and in 8 bits. */
final class ActivationSection {
  private final Activations activations;

  private ActivationSection(Activations activations) {
    this.activations = activations;
  }

  static Optional<Section> of(Activations activations) {
    return activations == null || activations.layers().isEmpty()
        ? Optional.empty()
        : Optional.of(new ActivationSection(activations).section());
  }

  private Section section() {
    List<Figure> figures = new ArrayList<>();
    signalToNoise()
        .ifPresent(
            chart ->
                figures.add(
                    new Figure(
                        chart,
                        "The higher, the closer the integers are to the real numbers; 6 dB are"
                            + " about one bit. A sudden fall marks the layer that loses"
                            + " precision.")));
    for (LayerActivations layer : activations.layers()) {
      if (layer.histogram().size() > 1 && layer.min() < layer.max()) {
        figures.add(new Figure(histogram(layer), ""));
      }
    }
    return new Section(
        "activations",
        "Activations",
        List.of(
            "What the layers put out on "
                + Figures.count(activations.samples())
                + " validation images: in real numbers, and how much of it 8 bits preserve. Dotted"
                + " lines are the ends of the 8-bit grid; what lies beyond is clipped. Outputs that"
                + " are exactly 0 are counted in the table, not in the histograms."),
        figures,
        List.of(table(), bins()));
  }

  private Optional<BarChart> signalToNoise() {
    double least =
        activations.layers().stream()
            .filter(layer -> layer.signalToNoise() != null)
            .mapToDouble(LayerActivations::signalToNoise)
            .min()
            .orElse(0);
    List<Bar> bars = new ArrayList<>();
    for (LayerActivations layer : activations.layers()) {
      Double ratio = layer.signalToNoise();
      if (ratio != null) {
        boolean lowest = ratio == least;
        bars.add(lowest ? Bar.emphasised(layer.layer(), ratio) : Bar.plain(layer.layer(), ratio));
      }
    }
    return bars.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new BarChart(
                "Signal to quantization noise",
                ChartSize.HALF,
                Axis.linear("Signal to noise", "dB"),
                bars));
  }

  private static Histogram histogram(LayerActivations layer) {
    double total = Math.max(1, layer.histogram().stream().mapToLong(Long::longValue).sum());
    List<Guide> guides = new ArrayList<>();
    if (layer.gridMin() != null && layer.gridMin() > layer.min()) {
      guides.add(Guide.vertical(layer.gridMin(), "0"));
    }
    if (layer.gridMax() != null) {
      guides.add(Guide.vertical(layer.gridMax(), "255"));
    }
    return new Histogram(
        "Outputs of " + layer.layer(),
        ChartSize.SMALL,
        Axis.linear("Output", ""),
        Axis.linear("Share", "%"),
        layer.min(),
        layer.max(),
        List.of(
            new Distribution(
                "real", layer.histogram().stream().map(count -> 100 * count / total).toList())),
        guides);
  }

  private Table table() {
    Table table =
        new Table(
            "activations",
            "Ranges, clipping and noise",
            Column.text("layer", "layer"),
            Column.number("min", "least"),
            Column.number("max", "largest"),
            Column.number("grid_min", "grid from"),
            Column.number("grid_max", "grid to"),
            Column.percent("saturated_share", "clipped"),
            Column.percent("zero_share", "exactly 0"),
            Column.number("signal_to_noise_db", "signal to noise (dB)"));
    for (LayerActivations layer : activations.layers()) {
      table.row(
          layer.layer(),
          layer.min(),
          layer.max(),
          layer.gridMin(),
          layer.gridMax(),
          layer.saturatedShare(),
          layer.zeroShare(),
          layer.signalToNoise());
    }
    return table;
  }

  private Table bins() {
    Table table =
        new Table(
            "activation-histograms",
            "Histograms",
            Column.text("layer", "layer"),
            Column.number("from", "from"),
            Column.number("to", "to"),
            Column.count("outputs", "outputs"));
    for (LayerActivations layer : activations.layers()) {
      int bins = layer.histogram().size();
      for (int bin = 0; bin < bins; bin++) {
        double width = (layer.max() - layer.min()) / bins;
        double from = layer.min() + bin * width;
        table.row(layer.layer(), from, from + width, layer.histogram().get(bin));
      }
    }
    return table;
  }
}
