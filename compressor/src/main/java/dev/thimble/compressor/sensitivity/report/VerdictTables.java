/*
 * Copyright 2026 The Thimble Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.thimble.compressor.sensitivity.report;

import dev.thimble.compressor.sensitivity.Baseline;
import dev.thimble.compressor.sensitivity.Measurement;
import dev.thimble.compressor.sensitivity.SensitivityReport;
import dev.thimble.compressor.sensitivity.Skipped;
import dev.thimble.compressor.sensitivity.Subject.LayerSubject;
import dev.thimble.compressor.sensitivity.Verdict;
import dev.thimble.compressor.sensitivity.Verdict.Compressed;
import dev.thimble.compressor.sensitivity.Verdict.LayerVerdict;
import java.util.Locale;

/** The verdict's numbers, and what they start from. */
final class VerdictTables {

  private VerdictTables() {}

  static Table limits(Verdict verdict) {
    Table table =
        new Table(
            "verdict",
            "How far each layer can go inside the budget, alone and without retraining;"
                + " and what the recipe, which retrains, gives it",
            Column.text("layer", "layer"),
            Column.count("bits", "width (bits)"),
            Column.percent("bits_error_share", "error"),
            Column.percent("density_share", "kept weights"),
            Column.percent("density_error_share", "error"),
            Column.count("codebook_values", "codebook"),
            Column.percent("codebook_error_share", "error"),
            Column.percent("recipe_density_share", "recipe: kept"),
            Column.count("recipe_codebook_values", "recipe: codebook"));
    for (LayerVerdict layer : verdict.layers()) {
      table.row(
          layer.layer(),
          layer.bits(),
          layer.bitsError(),
          layer.density(),
          layer.densityError(),
          layer.codebook(),
          layer.codebookError(),
          layer.recipeDensity(),
          layer.recipeCodebook());
    }
    return table;
  }

  static Table comparison(Verdict.Comparison comparison) {
    Table table =
        new Table(
            "comparison",
            "Measured: " + comparison.basis(),
            Column.text("recipe", "recipe"),
            Column.count("file_bytes", "bytes"),
            Column.percent("test_error_share", "test error"),
            Column.count("test_samples", "test images"),
            Column.percent("validation_error_share", "validation error"),
            Column.percent("validation_low", "95 % low"),
            Column.percent("validation_high", "95 % high"));
    for (Compressed c : new Compressed[] {comparison.verdict(), comparison.reference()}) {
      Measurement validation = c.validation();
      table.row(
          c.recipe(),
          c.fileBytes(),
          c.testError(),
          c.testSamples(),
          validation.error(),
          validation.errorInterval().low(),
          validation.errorInterval().high());
    }
    return table;
  }

  static Table baseline(Baseline baseline) {
    Table table =
        new Table(
            "baseline",
            "The network before any change",
            Column.text("form", "weights"),
            Column.count("file_bytes", "file (bytes)"),
            Column.count("samples", "images"),
            Column.count("errors", "errors"),
            Column.percent("error_share", "error"),
            Column.percent("error_low", "95 % low"),
            Column.percent("error_high", "95 % high"),
            Column.number("loss_nats", "loss (nats)"));
    row(table, "real numbers", null, baseline.real());
    row(table, "8-bit integers", baseline.integerBytes(), baseline.integers());
    return table;
  }

  private static void row(Table table, String form, Integer bytes, Measurement m) {
    table.row(
        form,
        bytes,
        m.samples(),
        m.errors(),
        m.error(),
        m.errorInterval().low(),
        m.errorInterval().high(),
        m.loss());
  }

  static Table layers(SensitivityReport report) {
    Table table =
        new Table(
            "layers",
            "Layers with weights",
            Column.text("layer", "layer"),
            Column.text("kind", "kind"),
            Column.count("outputs", "outputs"),
            Column.count("weights_per_output", "weights an output"),
            Column.count("weights", "weights"));
    for (LayerSubject layer : report.subject().layers()) {
      table.row(layer.name(), layer.kind(), layer.rows(), layer.columns(), layer.weights());
    }
    return table;
  }

  static Table skipped(SensitivityReport report) {
    Table table =
        new Table(
            "skipped",
            "What is missing, and why",
            Column.text("analysis", "analysis"),
            Column.text("reason", "reason"));
    for (Skipped skipped : report.skipped()) {
      table.row(skipped.analysis().title().toLowerCase(Locale.ROOT), skipped.reason());
    }
    return table;
  }
}
