/*
 * Copyright 2026 The Thimble Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.thimble.compressor.report.tables;

import dev.thimble.compressor.markup.MarkdownTable;
import dev.thimble.compressor.report.Figures;
import java.util.List;
import java.util.Optional;

/** What each stage of a compression left. */
final class StageTable {

  private StageTable() {}

  /** A row for each stage of each recipe; empty if none is known. */
  static Optional<MarkdownTable> of(TablesReport report) {
    List<FileRow> files =
        report.examples().stream().filter(file -> !file.stages().isEmpty()).toList();
    if (files.isEmpty()) {
      return Optional.empty();
    }
    MarkdownTable table =
        new MarkdownTable("recipe", "stage", "bytes", "ratio", "validation error", "test error");
    for (FileRow file : files) {
      String name = file.recipe();
      double original = report.network(file.network()).fp32Bytes();
      for (StageFigures stage : file.stages()) {
        table.row(
            name,
            stage.stage(),
            Figures.bytes(stage.bytes()),
            Figures.ratio(original / stage.bytes()),
            Figures.percent(stage.validationError()),
            Figures.percent(stage.testError()));
        name = "";
      }
    }
    return Optional.of(table);
  }
}
