/*
 * Copyright 2026 The Thimble Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.thimble.compressor.report.tables;

import dev.thimble.compressor.markup.MarkdownTable;
import dev.thimble.compressor.report.Baseline;
import dev.thimble.compressor.report.Figures;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToLongFunction;

/**
 * What general-purpose compressors make of the weights, before compression and as a file has them.
 */
final class CompressorTable {

  /** What the columns are. */
  static final String EXPLANATION =
      """
      Weights and biases alone, without shapes; each compressor at its strongest. A recipe's weights are those of its
      file, pruned ones as zeros: its levels as bytes, or as floats of as many different values.
      """;

  private CompressorTable() {}

  /** Rows of 32 and 8 bits for each network and each recipe. */
  static MarkdownTable of(TablesReport report) {
    List<String> heads = new ArrayList<>(List.of("weights", "each as"));
    for (Baseline baseline : report.networks().get(0).baselines()) {
      heads.add(baseline.compressor());
    }
    heads.add("the whole file");
    MarkdownTable table = new MarkdownTable(heads);
    for (NetworkRow network : report.networks()) {
      rows(table, network.network(), network.baselines(), "");
      for (FileRow file : report.examples()) {
        if (file.network().equals(network.network())) {
          rows(table, "recipe " + file.recipe(), file.baselines(), Figures.bytes(file.fileBytes()));
        }
      }
    }
    return table;
  }

  private static void rows(
      MarkdownTable table, String name, List<Baseline> baselines, String file) {
    row(table, name, "fp32", baselines, Baseline::fp32Bytes, file);
    row(table, "", "int8", baselines, Baseline::int8Bytes, file);
  }

  private static void row(
      MarkdownTable table,
      String name,
      String type,
      List<Baseline> baselines,
      ToLongFunction<Baseline> bytes,
      String file) {
    List<String> cells = new ArrayList<>(List.of(name, type));
    for (Baseline baseline : baselines) {
      cells.add(Figures.bytes(bytes.applyAsLong(baseline)));
    }
    cells.add(file);
    table.row(cells);
  }
}
