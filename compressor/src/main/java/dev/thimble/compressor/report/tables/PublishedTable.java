/*
 * Copyright 2026 The Thimble Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.thimble.compressor.report.tables;

import dev.thimble.compressor.markup.MarkdownTable;
import dev.thimble.compressor.report.Figures;

/** What others have published, and Thimble's files. */
final class PublishedTable {

  private PublishedTable() {}

  /** A row for each published figure and each recipe. */
  static MarkdownTable of(TablesReport report) {
    MarkdownTable table =
        new MarkdownTable("network", "method", "test error before → after", "size", "counts");
    for (NetworkRow network : report.networks()) {
      String name = network.network();
      for (PublishedResult row : report.published(network.network())) {
        table.row(
            name,
            row.method() + " (" + row.source() + ")",
            before(row.errorBefore()) + Figures.percent(row.error()),
            row.size(),
            row.counts());
        name = "";
      }
      for (SizeRow row : report.sizes(network.network())) {
        table.row(
            name,
            "Thimble, " + row.recipe(),
            before(network.testError()) + row.testError().percent(),
            row.fileBytes().bytes() + ", " + row.ratio().ratio(),
            "the file");
        name = "";
      }
    }
    return table;
  }

  private static String before(Double error) {
    return error == null ? "" : Figures.hundredths(100 * error) + " → ";
  }
}
