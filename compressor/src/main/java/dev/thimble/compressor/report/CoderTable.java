/*
 * Copyright 2026 The Thimble Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.thimble.compressor.report;

import java.util.List;
import java.util.Objects;
import java.util.function.Function;

/** The coders' bytes beside each other, for people. */
final class CoderTable {

  private CoderTable() {}

  static String text(List<CoderRow> rows) {
    TextTable table = new TextTable("bytes by coder", "raw", "huffman", "range", "iid entropy");
    for (CoderRow row : rows) {
      table.row(
          row.layer(),
          Figures.count(row.rawBytes()),
          countOrNone(row.huffmanBytes()),
          countOrNone(row.rangeBytes()),
          Figures.count(Math.round(row.entropyBytes())));
    }
    table.row(
        "all",
        countOrNone(sum(rows, CoderRow::rawBytes)),
        countOrNone(sum(rows, CoderRow::huffmanBytes)),
        countOrNone(sum(rows, CoderRow::rangeBytes)),
        Figures.count(Math.round(rows.stream().mapToDouble(CoderRow::entropyBytes).sum())));
    return table.toString();
  }

  private static String countOrNone(Integer bytes) {
    return bytes == null ? Figures.NONE : Figures.count(bytes);
  }

  private static Integer sum(List<CoderRow> rows, Function<CoderRow, Integer> bytes) {
    boolean complete = rows.stream().map(bytes).allMatch(Objects::nonNull);
    return complete ? rows.stream().map(bytes).mapToInt(Integer::intValue).sum() : null;
  }
}
