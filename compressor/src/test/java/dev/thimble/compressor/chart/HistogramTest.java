/*
 * Copyright 2026 The Thimble Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.thimble.compressor.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.thimble.compressor.chart.Histogram.Distribution;
import java.util.List;
import org.junit.jupiter.api.Test;

class HistogramTest {

  private static Histogram histogram(double from, double to) {
    return new Histogram(
        "Outputs of fc1",
        ChartSize.HALF,
        Axis.linear("Activation", ""),
        Axis.linear("Share", "%"),
        from,
        to,
        List.of(
            new Distribution("fp32", List.of(10.0, 60.0, 30.0)),
            new Distribution("int8", List.of(12.0, 58.0, 30.0))),
        List.of(Guide.vertical(2, "255")));
  }

  @Test
  void drawsEachDistributionAsAnOutline() {
    Picture picture = Picture.of(histogram(0, 3));
    assertThat(picture.all("thin")).hasSize(2);
    assertThat(picture.all("thin").get(0).getAttribute("d").split("L")).hasSize(1 + 2 * 3 + 1);
    assertThat(picture.texts("name")).containsExactly("fp32", "int8");
    assertThat(picture.texts("note")).containsExactly("255");
  }

  @Test
  void refusesWhatCannotBeDrawn() {
    assertThatThrownBy(() -> histogram(3, 3))
        .hasMessage(
            "histogram Outputs of fc1: expected values over a range, found 2 distributions from"
                + " 3.0 to 3.0");
    assertThatThrownBy(() -> new Distribution("fp32", List.of(-1.0)))
        .hasMessage("distribution fp32: expected shares of at least 0, found [-1.0]");
  }
}
