/*
 * Copyright 2026 The Thimble Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.thimble.compressor.sensitivity.report;

import dev.thimble.compressor.sensitivity.Measurement;
import dev.thimble.compressor.sensitivity.Sweep;
import dev.thimble.compressor.sensitivity.Sweep.LayerSweep;
import dev.thimble.compressor.sensitivity.SweepPoint;
import java.util.List;

/** A sweep's numbers. */
final class SweepTables {

  private SweepTables() {}

  /** How far each layer can go. */
  static Table knees(Sweep sweep, SweepWords words) {
    Table table =
        new Table(
            words.id() + "-knees",
            "Knee: the last setting without significantly more errors (sign test, 5 %);"
                + " budget: the last one inside the error budget",
            Column.text("layer", "layer"),
            words.column("knee", "knee: "),
            words.column("kept", "budget: "));
    for (LayerSweep layer : sweep.layers()) {
      table.row(layer.layer(), layer.knee(), layer.kept());
    }
    return table;
  }

  /** Everything that was measured. */
  static Table points(Sweep sweep, SweepWords words) {
    Table table =
        new Table(
            words.id(),
            "Every measurement",
            Column.text("changed", "changed"),
            Column.text("layer", "layer"),
            words.column("setting", ""),
            Column.count("samples", "images"),
            Column.count("errors", "errors"),
            Column.percent("error_share", "error"),
            Column.percent("error_low", "95 % low"),
            Column.percent("error_high", "95 % high"),
            Column.number("loss_nats", "loss (nats)"),
            Column.number("loss_low", "95 % low"),
            Column.number("loss_high", "95 % high"),
            Column.count("broken", "newly wrong"),
            Column.count("repaired", "newly right"));
    for (LayerSweep layer : sweep.layers()) {
      rows(table, "this layer", layer.layer(), layer.alone());
    }
    for (LayerSweep layer : sweep.layers()) {
      rows(table, "all others", layer.layer(), layer.others());
    }
    rows(table, "all", null, sweep.together());
    return table;
  }

  private static void rows(Table table, String changed, String layer, List<SweepPoint> points) {
    for (SweepPoint point : points) {
      Measurement m = point.measurement();
      table.row(
          changed,
          layer,
          point.value(),
          m.samples(),
          m.errors(),
          m.error(),
          m.errorInterval().low(),
          m.errorInterval().high(),
          m.loss(),
          m.lossInterval().low(),
          m.lossInterval().high(),
          point.broken(),
          point.repaired());
    }
  }
}
