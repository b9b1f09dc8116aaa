/*
 * Copyright 2026 The Thimble Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.thimble.compressor.chart;

import java.util.Locale;

/** Writes SVG elements. Coordinates have one decimal. */
final class Svg {
  private final StringBuilder out = new StringBuilder();

  /** An element with content to follow; {@code attributes} are names and values in turn. */
  Svg open(String name, Object... attributes) {
    start(name, attributes);
    out.append('>');
    return this;
  }

  Svg close(String name) {
    out.append("</").append(name).append(">\n");
    return this;
  }

  /** An element without content. */
  Svg element(String name, Object... attributes) {
    start(name, attributes);
    out.append("/>\n");
    return this;
  }

  /** An element with a text; as {@code title} inside another one it is that one's tooltip. */
  Svg leaf(String name, String text, Object... attributes) {
    open(name, attributes);
    out.append(escape(text));
    return close(name);
  }

  /**
   * A text.
   *
   * @param anchor start, middle or end
   */
  Svg text(String kind, double x, double y, String anchor, String text) {
    return leaf("text", text, "class", kind, "x", x, "y", y, "text-anchor", anchor);
  }

  Svg line(String kind, double x1, double y1, double x2, double y2) {
    return element("line", "class", kind, "x1", x1, "y1", y1, "x2", x2, "y2", y2);
  }

  /** A rectangle with a tooltip. */
  Svg rectangle(String kind, double x, double y, double width, double height, String tip) {
    open("rect", "class", kind, "x", x, "y", y, "width", width, "height", height);
    leaf("title", tip);
    return close("rect");
  }

  /** Text that is markup already. */
  Svg raw(String markup) {
    out.append(markup);
    return this;
  }

  private void start(String name, Object... attributes) {
    out.append('<').append(name);
    for (int i = 0; i < attributes.length; i += 2) {
      Object value = attributes[i + 1];
      String text = value instanceof Double number ? number(number) : escape(value.toString());
      out.append(' ').append(attributes[i]).append("=\"").append(text).append('"');
    }
  }

  static String number(double value) {
    String text = String.format(Locale.ROOT, "%.1f", value);
    return text.endsWith(".0") ? text.substring(0, text.length() - 2) : text;
  }

  static String escape(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }

  @Override
  public String toString() {
    return out.toString();
  }
}
