/*
 * Copyright 2026 The Thimble Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.thimble.compressor.sensitivity.report;

/** Writes HTML that is well-formed XML too. */
final class Html {
  private final StringBuilder out = new StringBuilder();

  /** Begins an element; {@code attributes} are names and values in turn. */
  Html open(String name, String... attributes) {
    out.append('<').append(name);
    for (int i = 0; i < attributes.length; i += 2) {
      out.append(' ').append(attributes[i]);
      out.append("=\"").append(escape(attributes[i + 1])).append('"');
    }
    out.append('>');
    return this;
  }

  Html close(String name) {
    out.append("</").append(name).append(">\n");
    return this;
  }

  /** An element that holds a text. */
  Html leaf(String name, String text, String... attributes) {
    open(name, attributes);
    return text(text).close(name);
  }

  Html text(String text) {
    out.append(escape(text));
    return this;
  }

  /** What is markup already. */
  Html raw(String markup) {
    out.append(markup);
    return this;
  }

  private static String escape(String text) {
    StringBuilder escaped = new StringBuilder();
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '&' -> escaped.append("&amp;");
        case '<' -> escaped.append("&lt;");
        case '>' -> escaped.append("&gt;");
        case '"' -> escaped.append("&quot;");
        default -> escaped.append(c);
      }
    }
    return escaped.toString();
  }

  @Override
  public String toString() {
    return out.toString();
  }
}
