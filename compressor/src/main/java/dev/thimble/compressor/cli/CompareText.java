/*
 * Copyright 2026 The Thimble Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.thimble.compressor.cli;

import dev.thimble.compressor.chart.NumberText;
import dev.thimble.compressor.report.Figures;
import dev.thimble.compressor.report.TextTable;
import dev.thimble.compressor.sensitivity.Subject;
import dev.thimble.compressor.sensitivity.compare.ComparedLimit;
import dev.thimble.compressor.sensitivity.compare.ComparedMeasure;
import dev.thimble.compressor.sensitivity.compare.ComparedPoint;
import dev.thimble.compressor.sensitivity.compare.Estimate;
import dev.thimble.compressor.sensitivity.compare.Finding;
import dev.thimble.compressor.sensitivity.compare.Measure;
import dev.thimble.compressor.sensitivity.compare.Outcome;
import dev.thimble.compressor.sensitivity.compare.ReportComparison;
import dev.thimble.compressor.sensitivity.compare.Side;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Set;

/** A comparison of two sensitivity reports for a terminal: all layers together, and curvature. */
final class CompareText {
  private static final Set<Measure> SHOWN =
      EnumSet.of(
          Measure.TOP_EIGENVALUE,
          Measure.TRACE,
          Measure.NOISE,
          Measure.BITS,
          Measure.MEMORY_FAULTS);

  private final ReportComparison comparison;
  private final Path page;
  private final StringBuilder text = new StringBuilder();

  CompareText(ReportComparison comparison, Path page) {
    this.comparison = comparison;
    this.page = page;
  }

  @Override
  public String toString() {
    side("A", comparison.a());
    side("B", comparison.b());
    comparison.remarks().forEach(remark -> text.append(remark).append('\n'));
    comparison.measures().stream()
        .filter(compared -> SHOWN.contains(compared.measure()))
        .forEach(this::table);
    limits();
    text.append('\n');
    for (ComparedMeasure compared : comparison.measures()) {
      compared.findings().stream()
          .filter(finding -> finding.layer() == null)
          .map(Finding::text)
          .forEach(line -> text.append(line).append('\n'));
    }
    return text.append("\nreport: ").append(page).append('\n').toString();
  }

  private void side(String name, Side side) {
    Subject subject = side.subject();
    text.append(name).append(": ").append(subject.network()).append(", ").append(subject.data());
    text.append(", ").append(Figures.count(subject.samples())).append(" validation images\n");
  }

  private void table(ComparedMeasure compared) {
    Measure measure = compared.measure();
    TextTable table = new TextTable(measure.title(), "A", "B", "lower");
    for (ComparedPoint point : compared.points()) {
      if (point.layer() == null || point.setting() == null) {
        table.row(
            place(measure, point),
            estimate(measure, point.a()),
            estimate(measure, point.b()),
            lower(point.outcome()));
      }
    }
    text.append('\n').append(table);
  }

  private static String place(Measure measure, ComparedPoint point) {
    if (point.setting() == null) {
      return point.layer() == null ? "all layers" : point.layer();
    }
    return measure.inPercent() ? Figures.percent(point.setting()) : NumberText.of(point.setting());
  }

  private static String estimate(Measure measure, Estimate estimate) {
    return measure.isError() ? percent(estimate) : number(estimate);
  }

  private static String percent(Estimate estimate) {
    return Figures.percent(estimate.value())
        + " ("
        + Figures.percentRange(estimate.interval())
        + ")";
  }

  private static String number(Estimate estimate) {
    String value = NumberText.of(estimate.value());
    return estimate.interval() == null
        ? value
        : value
            + " ("
            + NumberText.of(estimate.interval().low())
            + " ... "
            + NumberText.of(estimate.interval().high())
            + ")";
  }

  private static String lower(Outcome outcome) {
    return switch (outcome) {
      case A_LOWER -> "A";
      case B_LOWER -> "B";
      case NO_DIFFERENCE -> Figures.NONE;
      case NOT_JUDGED -> "?";
    };
  }

  private void limits() {
    TextTable table = new TextTable("limit", "layer", "A", "B");
    for (ComparedLimit limit : comparison.limits()) {
      table.row(
          limit.what(),
          limit.layer() == null ? "all" : limit.layer(),
          limit(limit.a()),
          limit(limit.b()));
    }
    text.append('\n').append(table);
  }

  private static String limit(Double value) {
    return value == null ? Figures.NONE : NumberText.of(value);
  }
}
