/*
 * Copyright 2026 The Thimble Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.thimble.compressor.sensitivity.report;

import dev.thimble.compressor.chart.NumberText;
import dev.thimble.compressor.report.Figures;
import dev.thimble.compressor.sensitivity.BitSearch.Threshold;
import dev.thimble.compressor.sensitivity.MemoryFaults;
import dev.thimble.compressor.sensitivity.SensitivityReport;
import java.util.ArrayList;
import java.util.List;

/** The handful of figures that a reader remembers. */
final class Tiles {
  private final SensitivityReport report;
  private final double budget;
  private final List<Tile> tiles = new ArrayList<>();

  /**
   * A figure.
   *
   * @param label what it is
   * @param note what it is compared with
   */
  record Tile(String label, String value, String note) {}

  private Tiles(SensitivityReport report) {
    this.report = report;
    this.budget = report.subject().maxDrop();
  }

  static List<Tile> of(SensitivityReport report) {
    return new Tiles(report).tiles();
  }

  private List<Tile> tiles() {
    add(
        "Error in 8 bits",
        Figures.percent(report.baseline().integers().error()),
        Figures.percent(report.baseline().real().error()) + " in real numbers");
    if (!report.ranking().isEmpty()) {
      add("Most fragile layer", report.ranking().get(0).layer(), "by width alone");
    }
    noise();
    faults();
    search();
    if (report.fileFaults() != null) {
      add(
          "Damaged files refused",
          report.fileFaults().complete()
              ? "all"
              : Figures.percent(
                  (double) report.fileFaults().detected() / report.fileFaults().tried()),
          "of " + Figures.count(report.fileFaults().tried()) + " tried");
    }
    return tiles;
  }

  private void noise() {
    if (report.noise() == null || report.noise().network().isEmpty()) {
      return;
    }
    double limit = report.baseline().real().error() + budget;
    double size = report.noise().tolerated(limit).orElse(0);
    add("Noise inside the budget", NumberText.of(100 * size) + " %", "of the weights\u2019 length");
  }

  private void faults() {
    if (report.memoryFaults() == null || report.memoryFaults().network().isEmpty()) {
      return;
    }
    double limit = report.memoryFaults().before().error() + budget;
    double rate = MemoryFaults.tolerated(report.memoryFaults().network(), limit).orElse(0);
    add(
        "Bit flips inside the budget",
        rate == 0 ? "none" : NumberText.of(rate),
        "probability of a bit");
  }

  private void search() {
    if (report.bitSearch() == null) {
      return;
    }
    for (Threshold threshold : report.bitSearch().thresholds()) {
      if (threshold.flips() != null) {
        add(
            "Worst flips to " + NumberText.of(100 * threshold.error()) + " % error",
            Figures.count(threshold.flips()),
            "chosen bits");
        return;
      }
    }
  }

  private void add(String label, String value, String note) {
    tiles.add(new Tile(label, value, note));
  }
}
