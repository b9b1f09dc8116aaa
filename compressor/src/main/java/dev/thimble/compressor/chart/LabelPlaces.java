/*
 * Copyright 2026 The Thimble Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.thimble.compressor.chart;

import java.util.ArrayList;
import java.util.List;

/**
 * Where the labels of a plot's points stand: to the right of the point, or else to the left, above
 * or below, wherever no point and no other text is in the way and the plot has room.
 */
final class LabelPlaces {
  private static final double GAP = 7;
  private static final double MARKER = 4;

  /** From a text's base line to the middle of its letters. */
  private static final double BASE = 4;

  /** Half the height of letters. */
  private static final double HALF = 0.4 * ChartStyle.TEXT;

  private static final List<String> ANCHORS = List.of("middle", "start", "end");

  private final PlotArea area;
  private final List<Box> taken = new ArrayList<>();

  /**
   * A label's place.
   *
   * @param anchor start, middle or end
   */
  record Place(double x, double y, String anchor) {}

  private record Box(double left, double top, double right, double bottom) {

    boolean meets(Box other) {
      return left < other.right && other.left < right && top < other.bottom && other.top < bottom;
    }
  }

  /** Places among the points of these series. */
  LabelPlaces(PlotArea area, List<Series> series) {
    this.area = area;
    double title = ChartStyle.textWidth(area.yAxis().title());
    taken.add(box(new Place(0, area.top() - PlotArea.TITLE_GAP, "start"), title));
    for (Series line : series) {
      for (Point point : line.points()) {
        double x = area.x(point.x());
        double y = area.y(point.y());
        taken.add(new Box(x - MARKER, y - MARKER, x + MARKER, y + MARKER));
      }
    }
  }

  /** The place of a point's label, which is then taken. */
  Place place(Point point) {
    double x = area.x(point.x());
    double y = area.y(point.y());
    double width = ChartStyle.textWidth(point.label());
    List<Place> places = new ArrayList<>();
    places.add(new Place(x + GAP, y + BASE, "start"));
    places.add(new Place(x - GAP, y + BASE, "end"));
    for (String anchor : ANCHORS) {
      places.add(new Place(x, y - GAP, anchor));
      places.add(new Place(x, y + GAP + ChartStyle.TEXT, anchor));
    }
    Place best =
        places.stream()
            .filter(place -> isInside(box(place, width)))
            .filter(place -> taken.stream().noneMatch(box(place, width)::meets))
            .findFirst()
            .orElse(places.get(isInside(box(places.get(0), width)) ? 0 : 1));
    taken.add(box(best, width));
    return best;
  }

  private boolean isInside(Box box) {
    return box.left >= area.left() - MARKER && box.right < area.right();
  }

  private static Box box(Place place, double width) {
    double left =
        switch (place.anchor()) {
          case "start" -> place.x();
          case "end" -> place.x() - width;
          default -> place.x() - width / 2;
        };
    double middle = place.y() - BASE;
    return new Box(left, middle - HALF, left + width, middle + HALF);
  }
}
