/*
 * Copyright 2026 The Thimble Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.thimble.benchmarks.report;

import dev.thimble.compressor.chart.NumberText;
import dev.thimble.compressor.markup.MarkdownTable;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The goals, and the figures as a table for each suite. */
public final class MarkdownReport {
  private final Circumstances circumstances;
  private final List<Measurement> measurements;
  private final List<Goal> goals;
  private final StringBuilder text = new StringBuilder();

  private MarkdownReport(
      Circumstances circumstances, List<Measurement> measurements, List<Goal> goals) {
    this.circumstances = circumstances;
    this.measurements = measurements;
    this.goals = goals;
  }

  /** The goals and the tables. */
  public static String write(
      Circumstances circumstances, List<Measurement> measurements, List<Goal> goals) {
    return new MarkdownReport(circumstances, measurements, goals).write();
  }

  private String write() {
    text.append("Measured on ")
        .append(circumstances.date())
        .append(" by `")
        .append(circumstances.command())
        .append("`: ")
        .append(circumstances.processor())
        .append(", ")
        .append(circumstances.cores())
        .append(" cores, ")
        .append(circumstances.system())
        .append(", ")
        .append(circumstances.java())
        .append(load())
        .append(".\n\n")
        .append(GoalTable.write(goals, measurements));
    for (Suite suite : Suite.values()) {
      List<Measurement> rows = measurements.stream().filter(m -> m.suite() == suite).toList();
      if (!rows.isEmpty()) {
        table(suite, rows);
      }
    }
    return text.toString();
  }

  private String load() {
    return circumstances.loadBefore() < 0
        ? ""
        : String.format(Locale.ROOT, ", load average %.1f before", circumstances.loadBefore());
  }

  private void table(Suite suite, List<Measurement> rows) {
    boolean percentiles = rows.stream().anyMatch(row -> row.p99().isPresent());
    boolean threads = rows.stream().anyMatch(row -> row.threads() > 1);
    text.append("\n### ").append(suite.title()).append("\n\n");
    List<String> heads = new ArrayList<>(List.of("network", "runtime", suite.unit()));
    if (percentiles) {
      heads.set(heads.size() - 1, suite.unit() + " (median)");
      heads.add("p99");
    }
    if (threads) {
      heads.add(1, "threads");
    }
    suite.yardstick().ifPresent(yardstick -> heads.add("ratio to " + yardstick));
    MarkdownTable table = new MarkdownTable(heads);
    for (Measurement row : rows) {
      List<String> cells =
          new ArrayList<>(List.of(row.network(), row.subject(), NumberText.of(row.median())));
      if (percentiles) {
        cells.add(row.p99().isPresent() ? NumberText.of(row.p99().getAsDouble()) : "");
      }
      if (threads) {
        cells.add(1, Integer.toString(row.threads()));
      }
      suite.yardstick().ifPresent(yardstick -> cells.add(ratio(row, yardstick)));
      table.row(cells);
    }
    text.append(table);
    for (String name : ChartFiles.names(suite, rows)) {
      text.append("\n![").append(suite.title()).append("](images/").append(name).append(")\n");
    }
  }

  private String ratio(Measurement row, String yardstick) {
    Optional<Measurement> base =
        measurements.stream()
            .filter(other -> other.comparable(row) && other.subject().equals(yardstick))
            .findFirst();
    return base.filter(other -> other.median() > 0)
        .map(other -> NumberText.of(row.median() / other.median()))
        .orElse("");
  }
}
