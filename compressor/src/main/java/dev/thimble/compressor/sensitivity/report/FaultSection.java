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
import dev.thimble.compressor.sensitivity.MemoryFaults;
import dev.thimble.compressor.sensitivity.MemoryFaults.BitFaults;
import dev.thimble.compressor.sensitivity.MemoryFaults.FaultPoint;
import dev.thimble.compressor.sensitivity.MemoryFaults.LayerFaults;
import dev.thimble.compressor.sensitivity.SensitivityReport;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Random bit flips in the decoded weights. */
final class FaultSection {
  /** Rates of flips. */
  static final Axis AXIS = Axis.log10("Probability of a bit to flip", "");

  private static final int SIGN = 7;

  private final MemoryFaults faults;
  private final ErrorScale errors;
  private final DrawnLayers drawn;

  private FaultSection(SensitivityReport report) {
    this.faults = report.memoryFaults();
    this.errors = new ErrorScale(report.memoryFaults().before().samples());
    this.drawn = DrawnLayers.of(report);
  }

  static Optional<Section> of(SensitivityReport report) {
    return report.memoryFaults() == null || report.memoryFaults().network().isEmpty()
        ? Optional.empty()
        : Optional.of(new FaultSection(report).section());
  }

  private Section section() {
    List<Figure> figures = new ArrayList<>();
    List<Point> worst = new ArrayList<>();
    for (FaultPoint p : faults.network()) {
      worst.add(errors.point(p.rate(), p.worstError()));
    }
    figures.add(
        new Figure(
            chart(
                "Flips in all layers",
                List.of(
                    Series.line("mean of the draws", points(faults.network())),
                    new Series("worst draw", Series.Style.REFERENCE, worst))),
            "Up to the rate where the line leaves the ground the network shrugs faults off. The"
                + " band is the mean\u2019s 95 % interval."));
    List<Series> layers =
        drawn.series(
            faults.layers(), LayerFaults::layer, layer -> points(layer.points()), Series::line);
    if (!layers.isEmpty()) {
      figures.add(
          new Figure(
              chart("Flips in one layer", layers),
              "The layer whose line climbs first deserves protected memory." + drawn.note()));
    }
    List<Series> bits = new ArrayList<>();
    for (BitFaults bit : faults.bits()) {
      if (!bit.points().isEmpty()) {
        bits.add(Series.line(name(bit.bit()), points(bit.points())));
      }
    }
    if (!bits.isEmpty()) {
      figures.add(
          new Figure(
              chart("Flips of one bit position", bits),
              "Only bits of this position flip, in all layers. High bits do the harm: protecting"
                  + " them alone protects most."));
    }
    return new Section(
        "memory",
        "Faulty memory",
        List.of(
            "Bits of the decoded 8-bit weights flip at random, as in worn or radiated memory; what"
                + " results runs on the runtime\u2019s own kernels. Several draws a rate."),
        figures,
        List.of(table()));
  }

  private static String name(int bit) {
    return bit == SIGN ? "sign" : "bit " + bit;
  }

  private List<Point> points(List<FaultPoint> points) {
    return points.stream()
        .filter(p -> p.rate() > 0)
        .map(p -> errors.point(p.rate(), p.error(), p.errorInterval()))
        .toList();
  }

  private static LineChart chart(String title, List<Series> series) {
    return new LineChart(title, ChartSize.HALF, AXIS, ErrorScale.AXIS, series, List.of());
  }

  private Table table() {
    Table table =
        new Table(
            "memory-faults",
            "Error after random bit flips",
            Column.text("layer", "layer"),
            Column.text("bit", "bit"),
            Column.number("rate", "rate"),
            Column.count("seeds", "draws"),
            Column.number("flips", "mean flips"),
            Column.percent("error_share", "mean error"),
            Column.percent("error_low", "95 % low"),
            Column.percent("error_high", "95 % high"),
            Column.percent("worst_error_share", "worst error"));
    rows(table, "all", "all", faults.network());
    faults.layers().forEach(layer -> rows(table, layer.layer(), "all", layer.points()));
    faults.bits().forEach(bit -> rows(table, "all", name(bit.bit()), bit.points()));
    return table;
  }

  private static void rows(Table table, String layer, String bit, List<FaultPoint> points) {
    for (FaultPoint p : points) {
      table.row(
          layer,
          bit,
          p.rate(),
          p.seeds(),
          p.flips(),
          p.error(),
          p.errorInterval().low(),
          p.errorInterval().high(),
          p.worstError());
    }
  }
}
