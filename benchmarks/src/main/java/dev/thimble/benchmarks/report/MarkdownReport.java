/*
 * Copyright 2026 The Thimble Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.thimble.benchmarks.report;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The figures as a table for each suite, with the ratio to a rival in the same run. */
public final class MarkdownReport {
  private final Circumstances circumstances;
  private final List<Measurement> measurements;
  private final String rival;
  private final StringBuilder text = new StringBuilder();

  private MarkdownReport(
      Circumstances circumstances, List<Measurement> measurements, String rival) {
    this.circumstances = circumstances;
    this.measurements = measurements;
    this.rival = rival;
  }

  /**
   * Writes the tables.
   *
   * @param rival the subject that others are compared with
   */
  public static String write(
      Circumstances circumstances, List<Measurement> measurements, String rival) {
    return new MarkdownReport(circumstances, measurements, rival).write();
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
        .append(".\n");
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
    text.append("\n### ").append(suite.title()).append("\n\n");
    text.append("| network | threads | runtime | ").append(suite.unit());
    text.append(percentiles ? " (median) | p99 |" : " |").append(" ratio to ").append(rival);
    text.append(" |\n|---|---|---|---|").append(percentiles ? "---|" : "").append("---|\n");
    for (Measurement row : rows) {
      text.append("| ").append(row.network()).append(" | ").append(row.threads());
      text.append(" | ").append(row.subject()).append(" | ").append(number(row.median()));
      if (percentiles) {
        text.append(" | ").append(row.p99().isPresent() ? number(row.p99().getAsDouble()) : "");
      }
      text.append(" | ").append(ratio(row)).append(" |\n");
    }
    ChartFiles.names(suite, rows)
        .forEach(
            name ->
                text.append("\n![")
                    .append(suite.title())
                    .append("](images/")
                    .append(name)
                    .append(")\n"));
  }

  private String ratio(Measurement row) {
    Optional<Measurement> base =
        measurements.stream()
            .filter(other -> other.comparable(row) && other.subject().equals(rival))
            .findFirst();
    return base.filter(other -> other.median() > 0)
        .map(other -> String.format(Locale.ROOT, "%.2f", row.median() / other.median()))
        .orElse("");
  }

  /** Three digits, but no less than the unit. */
  static String number(double value) {
    int decimals = value >= 100 ? 0 : value >= 10 ? 1 : 2;
    return String.format(Locale.ROOT, "%,." + decimals + "f", value);
  }
}
