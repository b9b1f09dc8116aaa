/*
 * Copyright 2026 The Thimble Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.thimble.compressor.chart;

import java.util.ArrayList;
import java.util.List;

/** How often values fall into bins of equal width; several distributions lie over each other. */
public final class Histogram extends Chart {
  private static final int PIXELS_A_TICK = 60;

  private final Axis x;
  private final Axis y;
  private final double from;
  private final double to;
  private final List<Distribution> distributions;
  private final List<Guide> guides;

  /**
   * What was counted.
   *
   * @param shares how much falls into each bin, at least 0; at least one bin
   */
  public record Distribution(String name, List<Double> shares) {

    public Distribution {
      shares = List.copyOf(shares);
      if (shares.isEmpty() || shares.stream().anyMatch(share -> !(share >= 0))) {
        throw new IllegalArgumentException(
            "distribution " + name + ": expected shares of at least 0, found " + shares);
      }
    }
  }

  /**
   * A histogram.
   *
   * @param x what was counted; linear
   * @param y how often, beginning at 0; linear
   * @param from where the first bin begins
   * @param to where the last bin ends
   * @param distributions at least one; a legend names them if there are several
   */
  public Histogram(
      String title,
      ChartSize size,
      Axis x,
      Axis y,
      double from,
      double to,
      List<Distribution> distributions,
      List<Guide> guides) {
    super(title, size);
    if (!(from < to) || distributions.isEmpty()) {
      throw new IllegalArgumentException(
          "histogram "
              + title
              + ": expected values over a range, found "
              + distributions.size()
              + " distributions from "
              + from
              + " to "
              + to);
    }
    this.x = x;
    this.y = y.startingAt(0);
    this.from = from;
    this.to = to;
    this.distributions = List.copyOf(distributions);
    this.guides = List.copyOf(guides);
  }

  @Override
  double height() {
    return size().height();
  }

  @Override
  void draw(Svg svg) {
    Legend legend = new Legend(entries(), size().width());
    legend.draw(svg, TITLE_HEIGHT);
    double top = TITLE_HEIGHT + legend.height();
    double highest =
        distributions.stream()
            .flatMap(distribution -> distribution.shares().stream())
            .mapToDouble(Double::doubleValue)
            .max()
            .orElse(0);
    AxisRange range = AxisRange.of(x, from, to, size().width() / PIXELS_A_TICK, false);
    PlotArea area = PlotArea.of(size(), top, range, y, 0, highest);
    area.drawFrame(svg);
    for (int i = 0; i < distributions.size(); i++) {
      svg.open("g", "class", ChartStyle.series(i) + " measured");
      outline(svg, area, distributions.get(i));
      svg.close("g");
    }
    area.drawGuides(svg, guides);
  }

  private List<Legend.Entry> entries() {
    List<Legend.Entry> entries = new ArrayList<>();
    for (int i = 0; i < distributions.size() && distributions.size() > 1; i++) {
      entries.add(new Legend.Entry(distributions.get(i).name(), i, true, false));
    }
    return entries;
  }

  private void outline(Svg svg, PlotArea area, Distribution distribution) {
    List<Double> shares = distribution.shares();
    double width = (to - from) / shares.size();
    StringBuilder path = new StringBuilder("M" + place(area, from, 0));
    for (int bin = 0; bin < shares.size(); bin++) {
      path.append('L').append(place(area, from + bin * width, shares.get(bin)));
      path.append('L').append(place(area, from + (bin + 1) * width, shares.get(bin)));
    }
    path.append('L').append(place(area, to, 0));
    svg.element("path", "class", "band", "d", path + "Z");
    svg.element("path", "class", "line thin", "d", path.toString());
  }

  private static String place(PlotArea area, double x, double y) {
    return Svg.number(area.x(x)) + " " + Svg.number(area.y(y));
  }
}
