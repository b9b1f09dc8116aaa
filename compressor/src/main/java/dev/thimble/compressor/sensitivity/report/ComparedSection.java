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
import dev.thimble.compressor.chart.Point;
import dev.thimble.compressor.chart.Series;
import dev.thimble.compressor.sensitivity.compare.ComparedMeasure;
import dev.thimble.compressor.sensitivity.compare.ComparedPoint;
import dev.thimble.compressor.sensitivity.compare.Estimate;
import dev.thimble.compressor.sensitivity.compare.Finding;
import dev.thimble.compressor.sensitivity.compare.Measure;
import dev.thimble.compressor.sensitivity.compare.ReportComparison;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** Measures that belong together: the curves of both reports over each other. */
final class ComparedSection {
  private final ReportComparison comparison;
  private final ErrorScale errorsA;
  private final ErrorScale errorsB;

  ComparedSection(ReportComparison comparison) {
    this.comparison = comparison;
    this.errorsA = new ErrorScale(comparison.a().subject().samples());
    this.errorsB = new ErrorScale(comparison.b().subject().samples());
  }

  /**
   * A section.
   *
   * @param measures the first is drawn for each layer too, the others for all layers together
   * @return empty if the reports have none of the measures
   */
  Optional<Section> of(String id, String title, String lead, Measure... measures) {
    List<ComparedMeasure> found =
        Stream.of(measures).map(comparison::measure).flatMap(Optional::stream).toList();
    if (found.isEmpty()) {
      return Optional.empty();
    }
    List<Figure> figures = new ArrayList<>();
    List<Table> tables = new ArrayList<>();
    for (ComparedMeasure compared : found) {
      tables.add(ComparedTables.of(compared));
      ComparedScale scale = ComparedScale.of(compared.measure());
      if (scale.across() != null) {
        curves(figures, scale, compared, compared == found.get(0));
      } else if (scale.format() == Format.NUMBER) {
        figures.add(new Figure(bars(scale.up(), compared), compared.findings().get(0).text()));
      }
    }
    List<String> paragraphs = new ArrayList<>(List.of(lead));
    if (figures.isEmpty()) {
      found.forEach(
          compared -> compared.findings().forEach(finding -> paragraphs.add(finding.text())));
    }
    return Optional.of(new Section(id, title, paragraphs, figures, tables));
  }

  private static BarChart bars(Axis axis, ComparedMeasure compared) {
    List<Bar> bars = new ArrayList<>();
    for (ComparedPoint point : compared.points()) {
      String layer = point.layer() == null ? ComparedTables.ALL : point.layer();
      bars.add(bar(Bar.emphasised(layer + " A", point.a().value()), point.a()));
      bars.add(bar(Bar.plain(layer + " B", point.b().value()), point.b()));
    }
    return new BarChart(compared.measure().title(), ChartSize.HALF, axis, bars);
  }

  private static Bar bar(Bar bar, Estimate estimate) {
    return estimate.interval() == null
        ? bar
        : bar.within(estimate.interval().low(), estimate.interval().high());
  }

  private void curves(
      List<Figure> figures, ComparedScale scale, ComparedMeasure compared, boolean layers) {
    compared.points().stream()
        .map(ComparedPoint::layer)
        .filter(layer -> layer == null || layers)
        .distinct()
        .limit(1L + DrawnLayers.MOST)
        .forEach(layer -> curve(scale, compared, layer).ifPresent(figures::add));
  }

  private Optional<Figure> curve(ComparedScale scale, ComparedMeasure compared, String layer) {
    List<ComparedPoint> points =
        compared.points().stream().filter(p -> Objects.equals(p.layer(), layer)).toList();
    List<Series> series = new ArrayList<>();
    series(series, "A", points(scale, points, ComparedPoint::a, errorsA));
    series(series, "B", points(scale, points, ComparedPoint::b, errorsB));
    if (series.size() < 2) {
      return Optional.empty();
    }
    String title = compared.measure().title() + (layer == null ? "" : ": " + layer);
    String reading =
        compared.findings().stream()
            .filter(finding -> Objects.equals(finding.layer(), layer))
            .map(Finding::text)
            .findFirst()
            .orElse("");
    return Optional.of(
        new Figure(
            new LineChart(title, ChartSize.HALF, scale.across(), scale.up(), series, List.of()),
            reading));
  }

  private static void series(List<Series> series, String name, List<Point> points) {
    if (!points.isEmpty()) {
      series.add(Series.line(name, points));
    }
  }

  private static List<Point> points(
      ComparedScale scale,
      List<ComparedPoint> points,
      Function<ComparedPoint, Estimate> side,
      ErrorScale errors) {
    return points.stream()
        .map(point -> scale.point(point, side.apply(point), errors))
        .flatMap(Optional::stream)
        .toList();
  }
}
