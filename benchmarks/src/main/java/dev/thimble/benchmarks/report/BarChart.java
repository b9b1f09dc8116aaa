/*
 * Copyright 2026 The Thimble Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.thimble.benchmarks.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A horizontal bar chart as SVG that is readable on light and dark ground. */
public final class BarChart {
  private static final int WIDTH = 640;
  private static final int LABEL_WIDTH = 190;
  private static final int VALUE_WIDTH = 80;
  private static final int BAR_HEIGHT = 18;
  private static final int ROW_HEIGHT = 26;
  private static final int TOP = 34;

  /** What stands out: the subjects of this project. */
  private static final String OWN = "Thimble";

  private static final String STYLE =
      "text{font:13px sans-serif;fill:#222}.t{font-weight:bold}.own{fill:#1b7f5a}.other{fill:#9aa5b1}"
          + "@media(prefers-color-scheme:dark){text{fill:#ddd}.own{fill:#3fbf8f}.other{fill:#687684}}";

  private final String title;
  private final String unit;
  private final List<Bar> bars = new ArrayList<>();

  private record Bar(String label, double value) {}

  /**
   * @param unit of the values
   */
  public BarChart(String title, String unit) {
    this.title = title;
    this.unit = unit;
  }

  /** Adds a bar below the others. */
  public void bar(String label, double value) {
    bars.add(new Bar(label, value));
  }

  /** The picture. */
  public String toSvg() {
    int height = TOP + bars.size() * ROW_HEIGHT + 8;
    double largest = bars.stream().mapToDouble(Bar::value).max().orElse(0);
    double scale = largest > 0 ? (WIDTH - LABEL_WIDTH - VALUE_WIDTH) / largest : 0;
    StringBuilder svg = new StringBuilder();
    svg.append(
        String.format(
            Locale.ROOT,
            "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"%d\" height=\"%d\""
                + " viewBox=\"0 0 %d %d\" role=\"img\">\n<style>%s</style>\n",
            WIDTH,
            height,
            WIDTH,
            height,
            STYLE));
    svg.append("<title>").append(escape(title)).append("</title>\n");
    svg.append("<text class=\"t\" x=\"4\" y=\"18\">").append(escape(title));
    svg.append(" (").append(escape(unit)).append(")</text>\n");
    int y = TOP;
    for (Bar bar : bars) {
      append(svg, bar, y, bar.value() * scale);
      y += ROW_HEIGHT;
    }
    return svg.append("</svg>\n").toString();
  }

  private static void append(StringBuilder svg, Bar bar, int y, double length) {
    String kind = bar.label().startsWith(OWN) ? "own" : "other";
    int baseline = y + BAR_HEIGHT - 5;
    svg.append(
        String.format(
            Locale.ROOT,
            "<text x=\"%d\" y=\"%d\" text-anchor=\"end\">%s</text>"
                + "<rect class=\"%s\" x=\"%d\" y=\"%d\" width=\"%.1f\" height=\"%d\"/>"
                + "<text x=\"%.1f\" y=\"%d\">%s</text>\n",
            LABEL_WIDTH - 8,
            baseline,
            escape(bar.label()),
            kind,
            LABEL_WIDTH,
            y,
            Math.max(1, length),
            BAR_HEIGHT,
            LABEL_WIDTH + length + 6,
            baseline,
            MarkdownReport.number(bar.value())));
  }

  private static String escape(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }
}
