/*
 * Copyright 2026 The Thimble Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.thimble.compressor.sensitivity.report;

import dev.thimble.compressor.chart.Axis;
import dev.thimble.compressor.chart.Chart;
import dev.thimble.compressor.chart.ChartSize;
import dev.thimble.compressor.chart.Guide;
import dev.thimble.compressor.chart.HeatMap;
import dev.thimble.compressor.chart.LineChart;
import dev.thimble.compressor.chart.NumberText;
import dev.thimble.compressor.chart.Point;
import dev.thimble.compressor.chart.Series;
import dev.thimble.compressor.report.Figures;
import dev.thimble.compressor.sensitivity.LossSurface;
import dev.thimble.compressor.sensitivity.LossSurface.LossLine;
import dev.thimble.compressor.sensitivity.LossSurface.LossPlane;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/** Pictures of the loss around the solution. */
final class SurfaceSection {
  private static final Axis LOSS = Axis.log10("Loss", "nats");

  private final LossSurface surface;

  private SurfaceSection(LossSurface surface) {
    this.surface = surface;
  }

  static Optional<Section> of(LossSurface surface) {
    return surface == null || surface.lines().isEmpty()
        ? Optional.empty()
        : Optional.of(new SurfaceSection(surface).section());
  }

  private Section section() {
    List<Figure> figures = new ArrayList<>();
    figures.add(
        new Figure(
            lines(),
            "A wide trough is a flat valley: the network may be moved without harm. Position 0 is"
                + " the network as it is; 1 is as far from it as its weights are from 0."));
    if (surface.plane() != null && surface.plane().positions().size() > 1) {
      figures.add(
          new Figure(
              plane(surface.plane()),
              "The same seen from above, over the first two directions. The larger the dark area"
                  + " around the middle, the more the weights may move."));
    }
    return new Section(
        "surface",
        "The valley\u2019s shape",
        List.of(
            "The loss on "
                + Figures.count(surface.samples())
                + " validation images along random directions, each output channel scaled to its"
                + " own length (Li et al., 2018). Such pictures show a few of very many directions:"
                + " a wide valley here can still be steep elsewhere."),
        figures,
        tables());
  }

  private Chart lines() {
    boolean positive =
        surface.lines().stream()
            .flatMap(line -> line.points().stream())
            .allMatch(point -> point.loss() > 0);
    List<Series> series = new ArrayList<>();
    for (LossLine line : surface.lines()) {
      series.add(
          Series.line(
              line.direction(),
              line.points().stream().map(p -> Point.of(p.position(), p.loss())).toList()));
    }
    return new LineChart(
        "Loss along random directions",
        ChartSize.HALF,
        Axis.linear("Position", "lengths of the weights"),
        positive ? LOSS : Axis.linear("Loss", "nats").startingAt(0),
        series,
        List.of(Guide.vertical(0, "the network")));
  }

  private Chart plane(LossPlane plane) {
    List<String> columns = plane.positions().stream().map(NumberText::of).toList();
    List<String> rows = new ArrayList<>(columns);
    List<List<Double>> cells = new ArrayList<>(plane.losses());
    Collections.reverse(rows);
    Collections.reverse(cells);
    boolean positive = cells.stream().flatMap(List::stream).allMatch(loss -> loss > 0);
    return new HeatMap(
        "Loss over two directions",
        ChartSize.HALF,
        new HeatMap.Labels("Position along direction 1", columns),
        new HeatMap.Labels("Direction 2", rows),
        positive ? LOSS : Axis.linear("Loss", "nats"),
        cells);
  }

  private List<Table> tables() {
    Table lines =
        new Table(
            "surface-lines",
            "Loss along random directions",
            Column.text("direction", "direction"),
            Column.number("position", "position"),
            Column.number("loss_nats", "loss (nats)"),
            Column.percent("error_share", "error"));
    for (LossLine line : surface.lines()) {
      line.points().forEach(p -> lines.row(line.direction(), p.position(), p.loss(), p.error()));
    }
    Table plane =
        new Table(
            "surface-plane",
            "Loss over two directions",
            Column.number("position_2", "direction 2"),
            Column.number("position_1", "direction 1"),
            Column.number("loss_nats", "loss (nats)"));
    List<Double> positions = surface.plane() == null ? List.of() : surface.plane().positions();
    for (int row = 0; row < positions.size(); row++) {
      for (int column = 0; column < positions.size(); column++) {
        double loss = surface.plane().losses().get(row).get(column);
        plane.row(positions.get(row), positions.get(column), loss);
      }
    }
    return List.of(lines, plane);
  }
}
