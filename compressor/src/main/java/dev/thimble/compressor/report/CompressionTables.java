/*
 * Copyright 2026 The Thimble Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.thimble.compressor.report;

import dev.thimble.compressor.entropy.LayerStatistics;
import java.util.List;

/**
 * A compression's figures for people, in the manner of Han et al., "Deep Compression" (2016),
 * Tables 1 to 5: stages, general-purpose compressors, layers.
 */
public final class CompressionTables {

  private final CompressionReport report;

  public CompressionTables(CompressionReport report) {
    this.report = report;
  }

  /** All tables, and what is in the file in one line. */
  public String text() {
    return String.join(
        "\n", stages(), baselines(), layers(), CoderTable.text(report.coders()), summary());
  }

  private String stages() {
    TextTable table =
        new TextTable("stage", "bytes", "ratio", "validation error", "test error", "seconds");
    for (StageRow row : report.stages()) {
      table.row(
          row.stage(),
          Figures.count(row.bytes()),
          Figures.ratio(row.ratio()),
          Figures.percentOrNone(row.validationError()),
          Figures.percentOrNone(row.testError()),
          Figures.tenths(row.seconds()));
    }
    return table.toString();
  }

  private String baselines() {
    boolean pruned = report.prunedBaselines() != null;
    TextTable table =
        pruned
            ? new TextTable("weights, packed by", "fp32", "int8", "pruned fp32", "pruned int8")
            : new TextTable("weights, packed by", "fp32", "int8");
    for (int i = 0; i < report.originalBaselines().size(); i++) {
      Baseline original = report.originalBaselines().get(i);
      String fp32 = Figures.count(original.fp32Bytes());
      String int8 = Figures.count(original.int8Bytes());
      if (pruned) {
        Baseline other = report.prunedBaselines().get(i);
        table.row(
            original.compressor(),
            fp32,
            int8,
            Figures.count(other.fp32Bytes()),
            Figures.count(other.int8Bytes()));
      } else {
        table.row(original.compressor(), fp32, int8);
      }
    }
    return table.toString();
  }

  private String layers() {
    TextTable table =
        new TextTable(
            "layer",
            "weights",
            "kept",
            "density",
            "values",
            "weight bits",
            "index bits",
            "bias B",
            "table B",
            "bytes");
    for (LayerStatistics layer : report.layers()) {
      table.row(
          layer.name(),
          Figures.count(original(layer)),
          Figures.count(layer.kept()),
          Figures.percent((double) layer.kept() / original(layer)),
          layer.codebookSize(),
          beforeAndAfter(layer.valueBitsBefore(), layer.valueBitsAfter()),
          beforeAndAfter(layer.positionBitsBefore(), layer.positionBitsAfter()),
          Figures.count(Math.round(layer.biasBits() / 8)),
          Figures.count(Math.round(layer.tableBits() / 8)),
          Figures.count(layer.blockBytes()));
    }
    long weights = 0;
    long kept = 0;
    for (LayerStatistics layer : report.layers()) {
      weights += original(layer);
      kept += layer.kept();
    }
    List<LayerStatistics> layers = report.layers();
    table.row(
        "all",
        Figures.count(weights),
        Figures.count(kept),
        Figures.percent((double) kept / weights),
        "",
        "",
        "",
        Figures.count(Math.round(layers.stream().mapToDouble(l -> l.biasBits() / 8).sum())),
        Figures.count(Math.round(layers.stream().mapToDouble(l -> l.tableBits() / 8).sum())),
        Figures.count(layers.stream().mapToLong(LayerStatistics::blockBytes).sum()));
    return table.toString();
  }

  private int original(LayerStatistics layer) {
    return report.originalWeights().get(layer.name());
  }

  private static String beforeAndAfter(double before, double after) {
    return Figures.tenths(before) + " -> " + Figures.tenths(after);
  }

  private String summary() {
    String error = "";
    if (report.fileError() != null) {
      boolean tested = report.testImages() > 0;
      error =
          String.format(
              ", %s error %s on %s images%s",
              tested ? "test" : "validation",
              Figures.percent(report.fileError()),
              Figures.count(tested ? report.testImages() : report.validationImages()),
              tested ? "" : " (no test images)");
    }
    return String.format(
        "%s: %s bytes (%s of them header)%s\n",
        report.file(),
        Figures.count(report.fileBytes()),
        Figures.count(report.headerBytes()),
        error);
  }
}
