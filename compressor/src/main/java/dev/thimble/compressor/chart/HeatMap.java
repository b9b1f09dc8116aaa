/*
 * Copyright 2026 The Thimble Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.thimble.compressor.chart;

import java.util.List;

/** A grid of coloured cells with a colour scale. Cells that are large enough show their values. */
public final class HeatMap extends Chart {
  private static final int SCALE_WIDTH = 76;
  private static final int CELL_FOR_TEXT = 34;
  private static final double OVERLAP = 0.8;

  private final Labels columns;
  private final Labels rows;
  private final Axis values;
  private final List<List<Double>> cells;

  /**
   * What the columns or the rows are.
   *
   * @param title their quantity, with its unit
   * @param texts one for each, at least one
   */
  public record Labels(String title, List<String> texts) {

    public Labels {
      texts = List.copyOf(texts);
      if (texts.isEmpty()) {
        throw new IllegalArgumentException(title + ": expected labels, found none");
      }
    }
  }

  /**
   * A heat map.
   *
   * @param columns from left to right
   * @param rows from top to bottom
   * @param values what the colours stand for
   * @param cells [rows][columns], finite
   */
  public HeatMap(
      String title,
      ChartSize size,
      Labels columns,
      Labels rows,
      Axis values,
      List<List<Double>> cells) {
    super(title, size);
    this.columns = columns;
    this.rows = rows;
    this.values = values;
    this.cells = cells.stream().map(List::copyOf).toList();
    int width = columns.texts().size();
    if (cells.size() != rows.texts().size() || cells.stream().anyMatch(r -> r.size() != width)) {
      throw new IllegalArgumentException(
          "heat map "
              + title
              + ": expected "
              + rows.texts().size()
              + " x "
              + width
              + " cells, found other rows or columns");
    }
  }

  @Override
  double height() {
    return size().height();
  }

  @Override
  void draw(Svg svg) {
    double labels = rows.texts().stream().mapToDouble(ChartStyle::textWidth).max().orElse(0);
    double left = labels + PlotArea.LABEL_GAP + 4;
    double top = TITLE_HEIGHT + PlotArea.ABOVE;
    double cellWidth = (size().width() - left - SCALE_WIDTH) / columns.texts().size();
    double cellHeight = (height() - PlotArea.BELOW - top) / rows.texts().size();
    ColourScale colours = ColourScale.of(values, cells);
    for (int row = 0; row < cells.size(); row++) {
      for (int column = 0; column < cells.get(row).size(); column++) {
        double x = left + column * cellWidth;
        cell(svg, colours, row, column, x, top + row * cellHeight, cellWidth, cellHeight);
      }
    }
    labels(svg, left, top, cellWidth, cellHeight);
    colours.draw(svg, size().width() - SCALE_WIDTH + 16, top, height() - PlotArea.BELOW);
  }

  private void cell(
      Svg svg, ColourScale colours, int row, int column, double x, double y, double w, double h) {
    double value = cells.get(row).get(column);
    String tip =
        rows.title()
            + " "
            + rows.texts().get(row)
            + "\n"
            + columns.title()
            + " "
            + columns.texts().get(column)
            + "\n"
            + values.label()
            + " "
            + values.describe(value);
    // A little over the next cell, which is drawn later: rounding must not leave seams.
    double wider = column + 1 < columns.texts().size() ? w + OVERLAP : w;
    double higher = row + 1 < rows.texts().size() ? h + OVERLAP : h;
    svg.rectangle("cell " + colours.kind(value), x, y, wider, higher, tip);
    if (w >= CELL_FOR_TEXT && h >= ChartStyle.TEXT + 6) {
      String kind = colours.isDark(value) ? "on-dark" : "on-light";
      svg.text(kind, x + w / 2, y + h / 2 + 4, "middle", NumberText.of(value));
    }
  }

  private void labels(Svg svg, double left, double top, double cellWidth, double cellHeight) {
    double bottom = top + cellHeight * rows.texts().size();
    int everyRow = (int) Math.ceil((ChartStyle.TEXT + 6) / cellHeight);
    for (int row = 0; row < rows.texts().size(); row += everyRow) {
      double y = top + (row + 0.5) * cellHeight + 4;
      svg.text("tick", left - PlotArea.LABEL_GAP, y, "end", rows.texts().get(row));
    }
    double widest = columns.texts().stream().mapToDouble(ChartStyle::textWidth).max().orElse(0);
    int everyColumn = (int) Math.ceil((widest + 8) / cellWidth);
    for (int column = 0; column < columns.texts().size(); column += everyColumn) {
      double x = left + (column + 0.5) * cellWidth;
      svg.text("tick", x, bottom + 17, "middle", columns.texts().get(column));
    }
    svg.text("axis-title", 0, top - 10, "start", rows.title());
    double right = left + cellWidth * columns.texts().size();
    svg.text("axis-title", right, bottom + 35, "end", columns.title());
  }
}
