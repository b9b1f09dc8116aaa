/*
 * Copyright 2026 The Thimble Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.thimble.compressor.sensitivity.report;

import dev.thimble.compressor.chart.NumberText;
import dev.thimble.compressor.report.Figures;
import dev.thimble.compressor.sensitivity.SensitivityReport;
import dev.thimble.compressor.sensitivity.Subject;
import dev.thimble.compressor.sensitivity.Verdict.Comparison;
import dev.thimble.compressor.sensitivity.Verdict.Compressed;

/** The verdict in sentences. */
final class VerdictText {
  private final SensitivityReport report;

  VerdictText(SensitivityReport report) {
    this.report = report;
  }

  /** What the report is about, in a line. */
  static String circumstances(Subject subject) {
    return (subject.file() == null ? "" : subject.file() + " \u00b7 ")
        + subject.data()
        + " \u00b7 "
        + Figures.count(subject.samples())
        + " validation images \u00b7 budget "
        + NumberText.of(100 * subject.maxDrop())
        + " points \u00b7 seed "
        + subject.seed();
  }

  /** Which layers matter. */
  String summary() {
    int last = report.ranking().size() - 1;
    if (last < 0) {
      return "";
    }
    String fragile = report.ranking().get(0).layer();
    String first = "The most fragile layer is " + fragile;
    return last == 0
        ? first + "."
        : first + ", the most tolerant " + report.ranking().get(last).layer() + ".";
  }

  /** What the recipe was measured to give. */
  String outcome(Comparison comparison) {
    Compressed ours = comparison.verdict();
    Compressed theirs = comparison.reference();
    double smaller = 1 - (double) ours.fileBytes() / theirs.fileBytes();
    String size =
        ours.fileBytes() == theirs.fileBytes()
            ? "the same size as"
            : Figures.percent(Math.abs(smaller)) + (smaller > 0 ? " smaller than" : " larger than");
    return "Measured: "
        + Figures.count(ours.fileBytes())
        + " bytes at "
        + error(ours)
        + "; "
        + size
        + " what recipe "
        + theirs.recipe()
        + " makes, which has "
        + Figures.count(theirs.fileBytes())
        + " bytes at "
        + error(theirs)
        + "."
        + (comparison.holds()
            ? ""
            : " Here the default recipe is the better choice: its file is smaller, and its error is"
                + " not higher.");
  }

  private static String error(Compressed compressed) {
    return compressed.testError() == null
        ? Figures.percent(compressed.validation().error()) + " validation error"
        : Figures.percent(compressed.testError()) + " test error";
  }
}
