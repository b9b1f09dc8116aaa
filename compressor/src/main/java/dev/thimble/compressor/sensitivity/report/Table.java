/*
 * Copyright 2026 The Thimble Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.thimble.compressor.sensitivity.report;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/** Figures in rows: on the page, and as a CSV file. */
final class Table {
  private final String name;
  private final String caption;
  private final List<Column> columns;
  private final List<List<Object>> rows = new ArrayList<>();

  /**
   * An empty table.
   *
   * @param name of its CSV file, without the ending
   */
  Table(String name, String caption, Column... columns) {
    this.name = name;
    this.caption = caption;
    this.columns = List.of(columns);
  }

  /**
   * Adds a row.
   *
   * @param cells one for each column; null where there is nothing
   */
  Table row(Object... cells) {
    if (cells.length != columns.size()) {
      throw new IllegalArgumentException(
          "table " + name + ": a row needs " + columns.size() + " cells, found " + cells.length);
    }
    rows.add(Collections.unmodifiableList(Arrays.asList(cells.clone())));
    return this;
  }

  String name() {
    return name;
  }

  String caption() {
    return caption;
  }

  List<Column> columns() {
    return columns;
  }

  List<List<Object>> rows() {
    return Collections.unmodifiableList(rows);
  }
}
