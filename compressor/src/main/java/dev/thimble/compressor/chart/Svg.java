/*
 * Copyright 2026 The Thimble Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.thimble.compressor.chart;

import dev.thimble.compressor.markup.Markup;
import java.util.Locale;

/** Writes SVG elements. Coordinates have one decimal. */
final class Svg extends Markup {

  /**
   * A text.
   *
   * @param anchor start, middle or end
   */
  void text(String kind, double x, double y, String anchor, String text) {
    leaf("text", text, "class", kind, "x", x, "y", y, "text-anchor", anchor);
  }

  void line(String kind, double x1, double y1, double x2, double y2) {
    element("line", "class", kind, "x1", x1, "y1", y1, "x2", x2, "y2", y2);
  }

  /** A rectangle with a tooltip. */
  void rectangle(String kind, double x, double y, double width, double height, String tip) {
    open("rect", "class", kind, "x", x, "y", y, "width", width, "height", height);
    leaf("title", tip).close("rect");
  }

  @Override
  protected String attribute(Object value) {
    return value instanceof Double number ? number(number) : value.toString();
  }

  static String number(double value) {
    String text = String.format(Locale.ROOT, "%.1f", value);
    return text.endsWith(".0") ? text.substring(0, text.length() - 2) : text;
  }
}
