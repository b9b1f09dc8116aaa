/*
 * Copyright 2026 The Thimble Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.thimble.compressor.chart;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class NumberTextTest {

  @Test
  void keepsThreeDigitsWithoutTrailingZeros() {
    assertThat(NumberText.of(0)).isEqualTo("0");
    assertThat(NumberText.of(1.5)).isEqualTo("1.5");
    assertThat(NumberText.of(0.98765)).isEqualTo("0.988");
    assertThat(NumberText.of(12.34)).isEqualTo("12.3");
    assertThat(NumberText.of(100)).isEqualTo("100");
    assertThat(NumberText.of(266_610.4)).isEqualTo("266,610");
    assertThat(NumberText.of(-0.25)).isEqualTo("−0.25");
  }

  @Test
  void usesPowersOfTenAtTheEnds() {
    assertThat(NumberText.of(1e-6)).isEqualTo("10⁻⁶");
    assertThat(NumberText.of(2.5e-4)).isEqualTo("2.5×10⁻⁴");
    assertThat(NumberText.of(12_300_000)).isEqualTo("1.2×10⁷");
    assertThat(NumberText.of(Double.NaN)).isEqualTo("–");
    assertThat(NumberText.of(Double.NEGATIVE_INFINITY)).isEqualTo("−∞");
  }
}
