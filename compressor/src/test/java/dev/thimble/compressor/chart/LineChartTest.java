/*
 * Copyright 2026 The Thimble Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.thimble.compressor.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;

class LineChartTest {

  private static final Axis BITS = Axis.linear("Width", "bits").descending();
  private static final Axis ERROR = Axis.linear("Error", "%").startingAt(0);

  private static LineChart chart(String name) {
    return new LineChart(
        "Error by width",
        ChartSize.WIDE,
        BITS,
        ERROR,
        List.of(
            Series.line(
                name, List.of(Point.of(8, 1.5, 1.2, 1.9), Point.of(4, 3), Point.of(1, 90, 88, 91))),
            new Series(
                "fc2", Series.Style.ERROR_BARS, List.of(Point.of(8, 1.4, 1, 2), Point.of(1, 20))),
            new Series("all", Series.Style.REFERENCE, List.of(Point.of(8, 1), Point.of(1, 1)))),
        List.of(Guide.horizontal(2, "budget"), Guide.vertical(100, "beyond the axis")));
  }

  @Test
  void drawsEverySeriesWithItsIntervals() {
    Picture picture = Picture.of(chart("fc1"));
    // three lines, and three samples in the legend
    assertThat(picture.all("line")).hasSize(6);
    assertThat(picture.all("band")).hasSize(1);
    assertThat(picture.all("error")).hasSize(3);
    assertThat(picture.all("mark")).hasSize(3 + 2 + 2);
    assertThat(picture.texts("name")).containsExactly("fc1", "fc2", "all");
  }

  @Test
  void namesAxesWithTheirUnits() {
    assertThat(Picture.of(chart("fc1")).texts("axis-title"))
        .containsExactly("Error (%)", "Width (bits)");
  }

  @Test
  void aDescendingAxisBeginsWithTheLargestValue() {
    assertThat(Picture.of(chart("fc1")).all("line").get(3).getAttribute("d"))
        .matches("M([0-9.]+) .*L[0-9.]+ [0-9.]+")
        .satisfies(
            path -> {
              String[] places = path.substring(1).split("[L ]");
              assertThat(Double.parseDouble(places[0]))
                  .isLessThan(Double.parseDouble(places[places.length - 2]));
            });
  }

  @Test
  void leavesOutGuidesThatTheAxesDoNotReach() {
    assertThat(Picture.of(chart("fc1")).texts("note")).containsExactly("budget");
  }

  @Test
  void escapesNames() {
    assertThat(Picture.of(chart("a<b> & \"c\"")).texts("name")).contains("a<b> & \"c\"");
  }

  @Test
  void tellsValuesInTooltips() {
    assertThat(Picture.of(chart("fc1")).texts("mark"))
        .contains("fc1\nWidth 8 bits\nError 1.5 % [1.2 to 1.9]");
  }

  @Test
  void isTheSameInEveryLocale() {
    String english = chart("fc1").toSvg();
    Locale before = Locale.getDefault();
    try {
      Locale.setDefault(Locale.GERMANY);
      assertThat(chart("fc1").toSvg()).isEqualTo(english);
    } finally {
      Locale.setDefault(before);
    }
  }

  @Test
  void labelsKeepOutOfEachOthersWay() {
    List<Point> points =
        List.of(
            Point.of(100, 1).labelled("the first one"),
            Point.of(101, 1).labelled("the second one"),
            Point.of(1, 0).labelled("far away"),
            Point.of(200, 2).labelled("at the right end"));

    assertThat(labels(Axis.linear("x", ""), Axis.linear("y", ""), points))
        .extracting(label -> label.getTextContent() + ": " + label.getAttribute("text-anchor"))
        .containsExactly(
            "the first one: end",
            "the second one: start",
            "far away: start",
            "at the right end: end");
  }

  @Test
  void crowdedLabelsGoAboveOrBelow() {
    List<Point> points =
        List.of(
            Point.of(2280, 0.94).labelled("lenet-5-tiny"),
            Point.of(44000, 0.45).labelled("large"),
            Point.of(2840, 1).labelled("Entropy-penalized reparameterization"),
            Point.of(2300, 1).labelled("Bayesian compression"),
            Point.of(1520, 0.96).labelled("MIRACLE"));

    List<Element> labels =
        labels(Axis.log10("size", "bytes"), Axis.linear("test error", "%"), points);
    double entropy = Double.parseDouble(labels.get(2).getAttribute("y"));
    double bayes = Double.parseDouble(labels.get(3).getAttribute("y"));
    assertThat(Math.abs(entropy - bayes)).isGreaterThan(10);
  }

  private static List<Element> labels(Axis x, Axis y, List<Point> points) {
    List<Series> series = List.of(Series.points("p", points));
    return Picture.of(new LineChart("t", ChartSize.WIDE, x, y, series, List.of())).all("name");
  }

  @Test
  void refusesWhatCannotBeDrawn() {
    assertThatThrownBy(() -> new LineChart("t", ChartSize.HALF, BITS, ERROR, List.of(), List.of()))
        .hasMessage("line chart t: expected series, found none");
    assertThatThrownBy(() -> Series.line("fc1", List.of()))
        .hasMessage("series fc1: expected points, found none");
    assertThatThrownBy(() -> Point.of(1, Double.NaN))
        .hasMessage("point: expected numbers, found 1.0, NaN");
    assertThatThrownBy(() -> Point.of(1, 2, 3, 4))
        .hasMessage("point: expected an interval around 2.0, found 3.0 to 4.0");
    assertThatThrownBy(() -> new ChartSize(10, 400))
        .hasMessage("chart size: expected at least 160 pixels, found 10 x 400");
  }
}
