/*
 * Copyright 2026 The Thimble Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.thimble.compressor.chart;

import java.util.List;

/** Names of series in rows, each behind a sample of it. */
final class Legend {
  private static final int ROW = 18;
  private static final int SAMPLE = 26;
  private static final int GAP = 18;
  private static final int BELOW = 6;

  private final List<Entry> entries;
  private final double width;

  /**
   * A series.
   *
   * @param index its number, which decides its looks
   */
  record Entry(String name, int index, boolean line, boolean marker) {}

  Legend(List<Entry> entries, double width) {
    this.entries = entries;
    this.width = width;
  }

  double height() {
    return walk(null, 0);
  }

  void draw(Svg svg, double top) {
    walk(svg, top);
  }

  /** Places the entries, draws them unless {@code svg} is null, and returns the height. */
  private double walk(Svg svg, double top) {
    if (entries.isEmpty()) {
      return 0;
    }
    double x = 0;
    double y = top;
    for (Entry entry : entries) {
      double needed = SAMPLE + ChartStyle.textWidth(entry.name());
      if (x > 0 && x + needed > width) {
        x = 0;
        y += ROW;
      }
      if (svg != null) {
        sample(svg, entry, x, y + ROW / 2.0);
      }
      x += needed + GAP;
    }
    return y + ROW + BELOW - top;
  }

  private static void sample(Svg svg, Entry entry, double x, double y) {
    svg.open("g", "class", ChartStyle.series(entry.index()));
    if (entry.line()) {
      svg.line("line", x, y, x + SAMPLE - 6, y);
    }
    if (entry.marker()) {
      Marker.draw(svg, entry.index(), x + (SAMPLE - 6) / 2.0, y);
    }
    svg.close("g");
    svg.text("name", x + SAMPLE, y + 4, "start", entry.name());
  }
}
