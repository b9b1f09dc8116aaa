/*
 * Copyright 2026 The Thimble Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.thimble.compressor.cli;

import dev.thimble.compressor.report.Figures;
import dev.thimble.compressor.report.TextTable;
import dev.thimble.compressor.sensitivity.SensitivityReport;
import dev.thimble.compressor.sensitivity.Skipped;
import dev.thimble.compressor.sensitivity.Verdict;
import dev.thimble.compressor.sensitivity.Verdict.Comparison;
import dev.thimble.compressor.sensitivity.Verdict.Compressed;
import dev.thimble.compressor.sensitivity.Verdict.LayerVerdict;
import dev.thimble.compressor.sensitivity.report.SensitivityFiles;
import java.nio.file.Path;

/** The verdict for a terminal. */
final class SensitivityText {
  private final SensitivityReport report;
  private final Path directory;

  SensitivityText(SensitivityReport report, Path directory) {
    this.report = report;
    this.directory = directory;
  }

  @Override
  public String toString() {
    StringBuilder text = new StringBuilder();
    report.notices().forEach(notice -> text.append(notice).append('\n'));
    text.append(
        String.format(
            "\n%s, %s validation images: error %s; each layer alone, without retraining, with at most"
                + " %s points more:\n\n",
            report.subject().network(),
            Figures.count(report.subject().samples()),
            Figures.percent(report.baseline().real().error()),
            Figures.hundredths(100 * report.subject().maxDrop())));
    text.append(layers(report.verdict()));
    if (report.verdict().comparison() != null) {
      text.append('\n').append(comparison(report.verdict().comparison()));
    }
    for (Skipped skipped : report.skipped()) {
      text.append("\nskipped: ").append(skipped.analysis().title());
      text.append(", ").append(skipped.reason());
    }
    text.append(report.skipped().isEmpty() ? "" : "\n");
    text.append("\nreport: ").append(directory.resolve(SensitivityFiles.PAGE)).append('\n');
    if (report.verdict().command() != null) {
      text.append("next:   ").append(report.verdict().command()).append('\n');
    }
    return text.toString();
  }

  private static TextTable layers(Verdict verdict) {
    TextTable table =
        new TextTable("layer", "bits", "error", "density", "error", "codebook", "error", "recipe");
    for (LayerVerdict layer : verdict.layers()) {
      table.row(
          layer.layer(),
          orNone(layer.bits()),
          Figures.percentOrNone(layer.bitsError()),
          Figures.percentOrNone(layer.density()),
          Figures.percentOrNone(layer.densityError()),
          orNone(layer.codebook()),
          Figures.percentOrNone(layer.codebookError()),
          layer.recipeDensity() == null && layer.recipeCodebook() == null
              ? Figures.NONE
              : Figures.percentOrNone(layer.recipeDensity())
                  + " / "
                  + orNone(layer.recipeCodebook()));
    }
    return table;
  }

  private static String orNone(Integer value) {
    return value == null ? Figures.NONE : value.toString();
  }

  private static String comparison(Comparison comparison) {
    TextTable table = new TextTable("recipe", "bytes", "validation error", "test error");
    row(table, comparison.verdict());
    row(table, comparison.reference());
    return comparison.basis() + "\n\n" + table;
  }

  private static void row(TextTable table, Compressed compressed) {
    table.row(
        compressed.recipe(),
        Figures.count(compressed.fileBytes()),
        Figures.percent(compressed.validation().error()),
        Figures.percentOrNone(compressed.testError()));
  }
}
