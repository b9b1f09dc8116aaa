/*
 * Copyright 2026 The Thimble Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.thimble.compressor.sensitivity.report;

import dev.thimble.compressor.sensitivity.Interval;
import dev.thimble.compressor.sensitivity.compare.ComparedLimit;
import dev.thimble.compressor.sensitivity.compare.ComparedMeasure;
import dev.thimble.compressor.sensitivity.compare.ComparedPoint;
import dev.thimble.compressor.sensitivity.compare.Measure;
import dev.thimble.compressor.sensitivity.compare.Outcome;
import dev.thimble.compressor.sensitivity.compare.ReportComparison;
import dev.thimble.compressor.sensitivity.compare.Side;
import java.util.Locale;

/** A comparison's numbers. */
final class ComparedTables {
  /** Stands for all layers together. */
  static final String ALL = "all";

  private ComparedTables() {}

  /** Every figure of a measure. */
  static Table of(ComparedMeasure compared) {
    Measure measure = compared.measure();
    ComparedScale scale = ComparedScale.of(measure);
    String unit = scale.unit();
    Table table =
        new Table(
            measure.name().toLowerCase(Locale.ROOT).replace('_', '-'),
            measure.title(),
            Column.text("layer", "layer"),
            setting(scale),
            new Column("a_" + unit, "A", scale.format()),
            new Column("a_low", "95 % low", scale.format()),
            new Column("a_high", "95 % high", scale.format()),
            new Column("b_" + unit, "B", scale.format()),
            new Column("b_low", "95 % low", scale.format()),
            new Column("b_high", "95 % high", scale.format()),
            Column.text("lower", "lower"));
    for (ComparedPoint point : compared.points()) {
      Interval a = point.a().interval();
      Interval b = point.b().interval();
      table.row(
          point.layer() == null ? ALL : point.layer(),
          point.setting(),
          point.a().value(),
          a == null ? null : a.low(),
          a == null ? null : a.high(),
          point.b().value(),
          b == null ? null : b.low(),
          b == null ? null : b.high(),
          lower(point.outcome()));
    }
    return table;
  }

  private static Column setting(ComparedScale scale) {
    String title = scale.across() == null ? "setting" : scale.across().title();
    return scale.measure().inPercent()
        ? Column.percent("setting_share", title.replace(" (%)", ""))
        : Column.number("setting", title);
  }

  private static String lower(Outcome outcome) {
    return switch (outcome) {
      case A_LOWER -> "A";
      case B_LOWER -> "B";
      case NO_DIFFERENCE -> "no significant difference";
      case NOT_JUDGED -> "not judged";
    };
  }

  /** How far the networks go. */
  static Table limits(ReportComparison comparison) {
    Table table =
        new Table(
            "limits",
            "Limits",
            Column.text("limit", "limit"),
            Column.text("layer", "layer"),
            Column.number("a", "A"),
            Column.number("b", "B"));
    for (ComparedLimit limit : comparison.limits()) {
      table.row(limit.what(), limit.layer() == null ? ALL : limit.layer(), limit.a(), limit.b());
    }
    return table;
  }

  /** What is compared. */
  static Table sides(ReportComparison comparison) {
    Table table =
        new Table(
            "reports",
            "The two reports",
            Column.text("report", ""),
            Column.text("network", "network"),
            Column.text("images", "images"),
            Column.count("samples", "validation images"),
            Column.percent("budget_share", "budget"),
            Column.text("seed", "seed"),
            Column.text("source", "read from"));
    side(table, "A", comparison.a());
    side(table, "B", comparison.b());
    return table;
  }

  private static void side(Table table, String name, Side side) {
    table.row(
        name,
        side.subject().network(),
        side.subject().data(),
        side.subject().samples(),
        side.subject().maxDrop(),
        side.subject().seed(),
        side.source());
  }
}
