/*
 * Copyright 2026 The Thimble Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.thimble.benchmarks.report;

import dev.thimble.compressor.chart.NumberText;
import dev.thimble.compressor.markup.MarkdownTable;
import java.util.List;

/** Goals beside what was measured, as a Markdown table. */
final class GoalTable {
  private GoalTable() {}

  static String write(List<Goal> goals, List<Measurement> measurements) {
    MarkdownTable table = new MarkdownTable("figure", "goal", "measured", "");
    for (Goal goal : goals) {
      goal.measured(measurements).ifPresent(value -> table.row(row(goal, value)));
    }
    return table.toString();
  }

  private static List<String> row(Goal goal, double measured) {
    String unit = goal.yardstick().map(subject -> "× " + subject).orElse(goal.suite().unit());
    String network = goal.network().isEmpty() ? "" : goal.network() + ", ";
    return List.of(
        network + goal.subject() + ": " + goal.suite().title(),
        "≤ " + NumberText.of(goal.limit()) + " " + unit,
        NumberText.of(measured) + " " + (goal.yardstick().isPresent() ? "×" : unit),
        measured <= goal.limit() ? "reached" : "**not reached**");
  }
}
