/*
 * Copyright 2026 The Thimble Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.thimble.compressor.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.Test;

final class FiguresTest {

  @Test
  void looksTheSameInEveryLocale() {
    Locale before = Locale.getDefault();
    Locale.setDefault(Locale.GERMANY);
    try {
      assertThat(Figures.count(1_066_440)).isEqualTo("1,066,440");
      assertThat(Figures.percent(0.0084)).isEqualTo("0.84 %");
      assertThat(Figures.ratio(9.46)).isEqualTo("9.5x");
      assertThat(Figures.ratio(81.3)).isEqualTo("81x");
      assertThat(Figures.tenths(4.25)).isEqualTo("4.3");
      assertThat(Figures.hundredths(0.005)).isEqualTo("0.01");
    } finally {
      Locale.setDefault(before);
    }
  }

  @Test
  void hasADashForNothing() {
    assertThat(Figures.percentOrNone(null)).isEqualTo("-");
    assertThat(Figures.percentOrNone(1.0)).isEqualTo("100.00 %");
  }
}
