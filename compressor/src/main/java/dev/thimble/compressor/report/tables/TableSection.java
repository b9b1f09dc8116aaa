/*
 * Copyright 2026 The Thimble Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.thimble.compressor.report.tables;

import dev.thimble.compressor.markup.MarkedSection;
import java.util.Locale;

/** A table, or a group of them, that has its place in a document. */
enum TableSection {
  /** Size and error in a few columns, for README.md. */
  SUMMARY("Size and error"),
  /** Size and error of every recipe. */
  SIZES("Size and error of every recipe"),
  /** What each stage left. */
  STAGES("Stages"),
  /** What each layer's bytes are spent on. */
  LAYERS("Layers"),
  /** General-purpose compressors. */
  COMPRESSORS("General-purpose compressors"),
  /** What others have published. */
  PUBLISHED("Published sizes");

  private final String title;

  TableSection(String title) {
    this.title = title;
  }

  String title() {
    return title;
  }

  /** The section of a page, which comments such as {@code <!-- tables:sizes:begin -->} mark. */
  MarkedSection marks() {
    return new MarkedSection("tables:" + name().toLowerCase(Locale.ROOT));
  }
}
