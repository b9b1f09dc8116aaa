/*
 * Copyright 2026 The Thimble Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.thimble.compressor.sensitivity.report;

import dev.thimble.compressor.sensitivity.Curvature;
import dev.thimble.compressor.sensitivity.Curvature.LayerCurvature;
import dev.thimble.compressor.sensitivity.Curvature.Prediction;
import dev.thimble.compressor.sensitivity.Curvature.RankCorrelation;
import java.util.List;

/** Curvature's numbers. */
final class CurvatureTables {

  private CurvatureTables() {}

  static List<Table> of(Curvature curvature) {
    return List.of(layers(curvature), predictions(curvature), correlations(curvature));
  }

  private static Table layers(Curvature curvature) {
    Table table =
        new Table(
            "curvature",
            "Each layer\u2019s own block of the Hessian",
            Column.text("layer", "layer"),
            Column.count("weights", "weights"),
            Column.number("top_eigenvalue", "top eigenvalue"),
            Column.number("residual", "relative residual"),
            Column.count("iterations", "iterations"),
            Column.number("trace", "trace"),
            Column.number("trace_standard_error", "standard error"),
            Column.count("probes", "probes"),
            Column.number("mean_trace", "trace / weights"));
    for (LayerCurvature layer : curvature.layers()) {
      table.row(
          layer.layer(),
          layer.weights(),
          layer.topEigenvalue(),
          layer.residual(),
          layer.iterations(),
          layer.trace(),
          layer.traceStandardError(),
          layer.probes(),
          layer.meanTrace());
    }
    return table;
  }

  private static Table predictions(Curvature curvature) {
    Table table =
        new Table(
            "curvature-predictions",
            "Predicted and measured rise of the loss",
            Column.text("layer", "layer"),
            Column.count("bits", "width (bits)"),
            Column.number("squared_error", "squared error"),
            Column.number("predicted_nats", "predicted (nats)"),
            Column.number("measured_nats", "measured (nats)"));
    for (LayerCurvature layer : curvature.layers()) {
      for (Prediction p : layer.predictions()) {
        table.row(layer.layer(), p.bits(), p.squaredError(), p.predicted(), p.measured());
      }
    }
    return table;
  }

  private static Table correlations(Curvature curvature) {
    Table table =
        new Table(
            "curvature-correlations",
            "Rank correlation of predicted and measured",
            Column.text("bits", "width (bits)"),
            Column.count("pairs", "pairs"),
            Column.number("rho", "Spearman\u2019s rho"));
    for (RankCorrelation c : curvature.correlations()) {
      table.row(c.bits() == 0 ? "all" : Integer.toString(c.bits()), c.pairs(), c.rho());
    }
    return table;
  }
}
