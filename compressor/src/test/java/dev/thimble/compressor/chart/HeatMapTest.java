/*
 * Copyright 2026 The Thimble Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.thimble.compressor.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.thimble.compressor.chart.HeatMap.Labels;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class HeatMapTest {

  private static HeatMap map(int columns, List<List<Double>> cells) {
    return new HeatMap(
        "Loss",
        ChartSize.HALF,
        new Labels("Direction 1", IntStream.range(0, columns).mapToObj(i -> "c" + i).toList()),
        new Labels("Layer", List.of("conv1", "fc1")),
        Axis.log10("Loss", ""),
        cells);
  }

  @Test
  void coloursEveryCell() {
    Picture picture =
        Picture.of(map(3, List.of(List.of(0.01, 0.1, 1.0), List.of(1.0, 10.0, 100.0))));
    int scale = ChartStyle.STEPS;
    assertThat(picture.all("cell")).hasSize(6 + scale);
    assertThat(picture.all("q0")).hasSize(1 + 1);
    assertThat(picture.all("q15")).hasSize(1 + 1);
    assertThat(picture.texts("on-dark")).contains("0.01");
    assertThat(picture.texts("on-light")).contains("100");
    assertThat(picture.texts("tick")).contains("conv1", "fc1", "c0", "c2", "0.1", "100");
  }

  @Test
  void smallCellsHaveNoTextAndFewLabels() {
    List<Double> row = new ArrayList<>();
    for (int i = 1; i <= 50; i++) {
      row.add((double) i);
    }
    Picture picture = Picture.of(map(50, List.of(row, row)));
    assertThat(picture.texts("on-dark")).isEmpty();
    assertThat(picture.texts("tick").stream().filter(text -> text.startsWith("c")))
        .hasSizeLessThan(20);
  }

  @Test
  void refusesOtherShapes() {
    assertThatThrownBy(() -> map(3, List.of(List.of(1.0))))
        .hasMessage("heat map Loss: expected 2 x 3 cells, found other rows or columns");
    assertThatThrownBy(() -> new Labels("Layer", List.of()))
        .hasMessage("Layer: expected labels, found none");
  }
}
