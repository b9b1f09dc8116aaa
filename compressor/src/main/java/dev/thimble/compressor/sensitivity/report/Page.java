/*
 * Copyright 2026 The Thimble Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.thimble.compressor.sensitivity.report;

import dev.thimble.compressor.chart.ChartStyle;
import dev.thimble.compressor.markup.Markup;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** An HTML page with the reports' looks that needs no other file, no network and no script. */
final class Page {
  private static final String STYLE = "report.css";

  private final Markup html = new Markup();

  /** Begins a page. */
  Page(String title) {
    html.raw("<!DOCTYPE html>\n");
    html.open("html", "lang", "en").raw("\n<head>\n<meta charset=\"utf-8\"/>\n");
    html.raw("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"/>\n");
    html.raw("<meta name=\"color-scheme\" content=\"light dark\"/>\n");
    html.leaf("title", title);
    html.raw("<style>\n" + style() + ChartStyle.css() + "</style>\n</head>\n<body>\n");
  }

  /** Where the body goes. */
  Markup html() {
    return html;
  }

  /** The complete page. */
  byte[] end() {
    html.raw("</body>\n</html>\n");
    return html.toString().getBytes(StandardCharsets.UTF_8);
  }

  private static String style() {
    try (InputStream in = Page.class.getResourceAsStream(STYLE)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
