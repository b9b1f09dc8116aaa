/*
 * Copyright 2026 The Thimble Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.thimble.compressor.markup;

import java.util.Collections;
import java.util.List;

/** A table of a Markdown page. */
public final class MarkdownTable {
  private final StringBuilder text = new StringBuilder();
  private final int columns;

  /** A table with these headings. */
  public MarkdownTable(List<String> headings) {
    columns = headings.size();
    line(headings);
    line(Collections.nCopies(columns, "---"));
  }

  /** A table with these headings. */
  public MarkdownTable(String... headings) {
    this(List.of(headings));
  }

  /**
   * Adds a row.
   *
   * @throws IllegalArgumentException if it has more or fewer cells than the table has columns
   */
  public MarkdownTable row(List<String> cells) {
    if (cells.size() != columns) {
      throw new IllegalArgumentException(
          "a row needs " + columns + " cells, found " + cells.size());
    }
    return line(cells);
  }

  /** As {@link #row(List)}. */
  public MarkdownTable row(String... cells) {
    return row(List.of(cells));
  }

  private MarkdownTable line(List<String> cells) {
    text.append('|');
    for (String cell : cells) {
      text.append(' ').append(cell.replace("|", "\\|")).append(" |");
    }
    text.append('\n');
    return this;
  }

  /** The table, each line with a line feed behind it. */
  @Override
  public String toString() {
    return text.toString();
  }
}
