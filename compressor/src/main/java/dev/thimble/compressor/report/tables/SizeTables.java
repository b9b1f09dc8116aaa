/*
 * Copyright 2026 The Thimble Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.thimble.compressor.report.tables;

import dev.thimble.compressor.markup.MarkdownTable;
import dev.thimble.compressor.report.Figures;
import dev.thimble.compressor.report.TextTable;
import java.util.ArrayList;
import java.util.List;

/** Size and error of each recipe. */
public final class SizeTables {

  /** Stands where a network is not compressed. */
  private static final String ORIGINAL = "(fp32)";

  private SizeTables() {}

  /** For a terminal. */
  public static String text(TablesReport report) {
    TextTable table =
        new TextTable(
            "network and recipe",
            "seeds",
            "bytes",
            "header",
            "ratio",
            "validation error",
            "test error");
    for (NetworkRow network : report.networks()) {
      table.row(
          network.network() + " " + ORIGINAL,
          "",
          Figures.count(network.fp32Bytes()),
          "",
          Figures.ratio(1),
          Figures.percent(network.validationError()),
          Figures.percent(network.testError()));
      for (SizeRow row : report.sizes(network.network())) {
        table.row(
            row.recipe(),
            row.seeds(),
            row.fileBytes().count(),
            row.headerBytes().count(),
            row.ratio().ratio(),
            row.validationError().percent(),
            row.testError().percent());
      }
    }
    return table.toString();
  }

  /** In few columns. */
  static MarkdownTable summary(TablesReport report) {
    MarkdownTable table =
        new MarkdownTable(
            "network", "fp32", "test error", "file", "ratio", "test error", "command");
    for (NetworkRow network : report.networks()) {
      List<String> original =
          List.of(
              network.network(),
              Figures.bytes(network.fp32Bytes()),
              Figures.percent(network.testError()));
      for (SizeRow row : report.sizes(network.network())) {
        List<String> cells = new ArrayList<>(original);
        cells.add(row.fileBytes().bytes());
        cells.add(row.ratio().ratio());
        cells.add(row.testError().percent());
        cells.add(command(row));
        table.row(cells);
        original = List.of("", "", "");
      }
    }
    return table;
  }

  /** With all that is known. */
  static MarkdownTable sizes(TablesReport report) {
    MarkdownTable table =
        new MarkdownTable(
            "network",
            "recipe",
            "file",
            "of it header",
            "ratio",
            "validation error",
            "test error",
            "command");
    for (NetworkRow network : report.networks()) {
      table.row(
          network.network(),
          ORIGINAL,
          Figures.bytes(network.fp32Bytes()),
          "",
          Figures.ratio(1),
          Figures.percent(network.validationError()),
          Figures.percent(network.testError()),
          "");
      for (SizeRow row : report.sizes(network.network())) {
        table.row(
            "",
            row.recipe(),
            row.fileBytes().bytes(),
            row.headerBytes().bytes(),
            row.ratio().ratio(),
            row.validationError().percent(),
            row.testError().percent(),
            command(row));
      }
    }
    return table;
  }

  /** What makes such a file. */
  private static String command(SizeRow row) {
    String command = "./thimble compress " + row.network();
    return "`"
        + (row.recipe().equals(row.network()) ? command : command + " --recipe " + row.recipe())
        + "`";
  }
}
