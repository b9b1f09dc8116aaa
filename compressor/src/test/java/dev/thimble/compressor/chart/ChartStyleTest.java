/*
 * Copyright 2026 The Thimble Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.thimble.compressor.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ChartStyleTest {

  private static final Chart CHART =
      new BarChart("t", ChartSize.HALF, Axis.linear("x", ""), List.of(Bar.plain("a", 1)));

  @Test
  void aFileBringsItsStyleAndNothingFromElsewhere() {
    String file = CHART.toStandaloneSvg();
    assertThat(Picture.of(file).root().getTagName()).isEqualTo("svg");
    assertThat(file).contains("--tc-paper").contains("prefers-color-scheme: dark");
    assertThat(file.replace("http://www.w3.org/2000/svg", ""))
        .doesNotContain("http")
        .doesNotContain("url(")
        .doesNotContain("@import");
    assertThat(CHART.toSvg()).doesNotContain("<style>");
  }

  @Test
  void everySeriesAndStepHasAColour() {
    for (int i = 0; i < ChartStyle.SERIES; i++) {
      assertThat(ChartStyle.css().split("--tc-" + i + ":")).hasSize(3);
    }
    for (int i = 0; i < ChartStyle.STEPS; i++) {
      assertThat(ChartStyle.css()).contains(".tc .q" + i + " {");
    }
  }

  @Test
  void rulesConcernChartsOnly() {
    assertThat(ChartStyle.css().lines().filter(line -> line.endsWith("}") && line.contains("{")))
        .isNotEmpty()
        .allMatch(line -> line.strip().startsWith(".tc "));
  }
}
