/*
 * Copyright 2026 The Thimble Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.thimble.compressor.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class BarChartTest {

  private static final Axis TIME = Axis.linear("Latency", "µs");

  @Test
  void barsAreAsLongAsTheirValues() {
    Picture picture =
        Picture.of(
            new BarChart(
                "One image",
                ChartSize.HALF,
                TIME,
                List.of(Bar.emphasised("Thimble", 20).within(18, 23), Bar.plain("Other", 10))));
    assertThat(picture.all("own")).hasSize(1);
    assertThat(picture.all("other")).hasSize(1);
    assertThat(Picture.number(picture.all("own").get(0), "width"))
        .isCloseTo(2 * Picture.number(picture.all("other").get(0), "width"), within(0.2));
    assertThat(picture.texts("name")).containsExactly("Thimble", "Other");
    assertThat(picture.texts("value")).containsExactly("20", "10");
    assertThat(picture.texts("axis-title")).containsExactly("Latency (µs)");
    assertThat(picture.all("error")).hasSize(3);
  }

  @Test
  void negativeValuesGoToTheLeft() {
    Picture picture =
        Picture.of(
            new BarChart(
                "t", ChartSize.HALF, TIME, List.of(Bar.plain("a", -10), Bar.emphasised("b", 30))));
    double zero = Picture.number(picture.all("own").get(0), "x");
    double start = Picture.number(picture.all("other").get(0), "x");
    assertThat(zero - start)
        .isCloseTo(Picture.number(picture.all("other").get(0), "width"), within(0.2));
    assertThat(picture.texts("value")).containsExactly("−10", "30");
  }

  @Test
  void zerosCanBeSeen() {
    Picture picture =
        Picture.of(new BarChart("t", ChartSize.HALF, TIME, List.of(Bar.plain("none", 0))));
    assertThat(Picture.number(picture.all("bar").get(0), "width")).isEqualTo(1);
  }

  @Test
  void refusesWhatCannotBeDrawn() {
    assertThatThrownBy(() -> new BarChart("t", ChartSize.HALF, TIME, List.of()))
        .hasMessage("bar chart t: expected bars, found none");
    assertThatThrownBy(
            () ->
                new BarChart("t", ChartSize.HALF, Axis.log10("x", ""), List.of(Bar.plain("a", 1))))
        .hasMessage("bar chart t: expected a linear axis, found LOG10");
    assertThatThrownBy(() -> Bar.plain("a", Double.NaN))
        .hasMessage("bar a: expected a number, found NaN");
    assertThatThrownBy(() -> Bar.plain("a", 2).within(3, 4))
        .hasMessage("bar a: expected an interval around 2.0, found 3.0 to 4.0");
  }
}
