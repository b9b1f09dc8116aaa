/*
 * Copyright 2026 The Thimble Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.thimble.compressor.sensitivity.report;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A table as CSV (<a href="https://www.rfc-editor.org/rfc/rfc4180">RFC 4180</a>, but with line
 * feeds alone): UTF-8, a heading line, numbers in full precision with a point, empty cells for what
 * is missing.
 */
final class Csv {

  private Csv() {}

  static byte[] of(Table table) {
    StringBuilder text = new StringBuilder();
    line(text, table.columns().stream().map(Column::key).toList());
    table.rows().forEach(row -> line(text, row));
    return text.toString().getBytes(StandardCharsets.UTF_8);
  }

  private static void line(StringBuilder text, List<?> cells) {
    text.append(cells.stream().map(Csv::cell).collect(Collectors.joining(","))).append('\n');
  }

  private static String cell(Object value) {
    String text = value == null ? "" : value.toString();
    boolean plain = text.chars().noneMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
    return plain ? text : '"' + text.replace("\"", "\"\"") + '"';
  }
}
