/*
 * Copyright 2026 The Thimble Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.thimble.benchmarks.report;

import dev.thimble.compressor.chart.NumberText;
import java.util.List;
import java.util.Locale;

/** Goals beside what was measured, as a Markdown table. */
final class GoalTable {
  private GoalTable() {}

  static String write(List<Goal> goals, List<Measurement> measurements) {
    StringBuilder text = new StringBuilder("| figure | goal | measured | |\n|---|---|---|---|\n");
    for (Goal goal : goals) {
      goal.measured(measurements).ifPresent(value -> text.append(row(goal, value)));
    }
    return text.toString();
  }

  private static String row(Goal goal, double measured) {
    String unit = goal.yardstick().map(subject -> "× " + subject).orElse(goal.suite().unit());
    String network = goal.network().isEmpty() ? "" : goal.network() + ", ";
    return String.format(
        Locale.ROOT,
        "| %s%s: %s | ≤ %s %s | %s %s | %s |\n",
        network,
        goal.subject(),
        goal.suite().title(),
        NumberText.of(goal.limit()),
        unit,
        NumberText.of(measured),
        goal.yardstick().isPresent() ? "×" : unit,
        measured <= goal.limit() ? "reached" : "**not reached**");
  }
}
