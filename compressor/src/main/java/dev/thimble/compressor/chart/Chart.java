/*
 * Copyright 2026 The Thimble Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.thimble.compressor.chart;

/** A picture of data as SVG. Immutable. */
public abstract sealed class Chart permits LineChart, BarChart, Histogram, HeatMap {

  /** Pixels down to the title's base line. */
  static final int TITLE_BASE = 18;

  /** Pixels that the title needs. */
  static final int TITLE_HEIGHT = 28;

  private final String title;
  private final ChartSize size;

  Chart(String title, ChartSize size) {
    this.title = title;
    this.size = size;
  }

  /** What the picture shows. */
  public final String title() {
    return title;
  }

  final ChartSize size() {
    return size;
  }

  /** The picture's height in pixels. */
  abstract double height();

  /** Draws all but the title. */
  abstract void draw(Svg svg);

  /** An element for a page that includes {@link ChartStyle#css}. */
  public final String toSvg() {
    return picture("");
  }

  /** A complete SVG file that needs nothing else. */
  public final String toStandaloneSvg() {
    return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
        + picture("<style>" + ChartStyle.css() + "</style>\n");
  }

  private String picture(String style) {
    String width = Svg.number(size.width());
    String height = Svg.number(height());
    Svg svg = new Svg();
    svg.open(
        "svg",
        "xmlns",
        "http://www.w3.org/2000/svg",
        "class",
        "tc",
        "width",
        width,
        "height",
        height,
        "viewBox",
        "0 0 " + width + " " + height,
        "role",
        "img");
    svg.raw("\n").leaf("title", title).raw(style);
    svg.element("rect", "class", "paper", "width", width, "height", height);
    svg.text("head", 0, TITLE_BASE, "start", title);
    draw(svg);
    return svg.close("svg").toString();
  }
}
