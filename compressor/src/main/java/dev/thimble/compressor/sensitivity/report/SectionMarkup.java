/*
 * Copyright 2026 The Thimble Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.thimble.compressor.sensitivity.report;

import dev.thimble.compressor.markup.Markup;
import java.util.List;

/** A section and its tables as HTML. */
final class SectionMarkup {
  private final Markup html;

  SectionMarkup(Markup html) {
    this.html = html;
  }

  void write(Section section) {
    html.open("section", "id", section.id()).leaf("h2", section.title());
    section.lead().forEach(paragraph -> html.leaf("p", unbroken(paragraph), "class", "lead"));
    if (!section.figures().isEmpty()) {
      html.open("div", "class", "figures");
      section.figures().forEach(this::figure);
      html.close("div");
    }
    for (Table table : section.tables()) {
      html.open("details").leaf("summary", table.caption());
      body(table, false);
      html.leaf("p", table.name() + ".csv", "class", "file").close("details");
    }
    html.close("section");
  }

  /** A text whose lines do not break between a number and its unit. */
  static String unbroken(String text) {
    return text.replace(" %", "\u00a0%")
        .replaceAll("(?<=\\d) (?=(bits?|values|points)\\b)", "\u00a0");
  }

  private void figure(Figure figure) {
    html.open("figure").raw(figure.chart().toSvg());
    if (!figure.reading().isEmpty()) {
      html.leaf("figcaption", unbroken(figure.reading()));
    }
    html.close("figure");
  }

  /** A table that is always open. */
  void table(Table table) {
    body(table, true);
  }

  private void body(Table table, boolean caption) {
    html.open("div", "class", "scroll").open("table");
    if (caption) {
      html.leaf("caption", table.caption());
    }
    html.open("thead").open("tr");
    for (Column column : table.columns()) {
      html.leaf("th", column.title(), "scope", "col", "class", alignment(column));
    }
    html.close("tr").close("thead").open("tbody");
    table.rows().forEach(row -> row(table, row));
    html.close("tbody").close("table").close("div");
  }

  private void row(Table table, List<Object> row) {
    html.open("tr");
    for (int i = 0; i < row.size(); i++) {
      Column column = table.columns().get(i);
      html.leaf("td", column.format().of(row.get(i)), "class", alignment(column));
    }
    html.close("tr");
  }

  private static String alignment(Column column) {
    return column.format() == Format.TEXT ? "t" : "n";
  }
}
