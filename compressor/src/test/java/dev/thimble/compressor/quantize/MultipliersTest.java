/*
 * Copyright 2026 The Thimble Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.thimble.compressor.quantize;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;

class MultipliersTest {
  @Property
  void expressFactorsToThirteenBits(
      @ForAll @DoubleRange(min = -30, max = 10) double exponent,
      @ForAll @DoubleRange(min = 0.01, max = 1) double ratio) {
    double factor = Math.pow(2, exponent);
    Multipliers multipliers = Multipliers.fit(new double[] {factor, factor * ratio}, true);
    double power = Math.pow(2, multipliers.shift());
    assertThat(multipliers.get(0)).isBetween(1 << 13, (1 << 14) - 1);
    assertThat(multipliers.get(0) / power).isCloseTo(factor, within(factor / (1 << 13)));
    assertThat(multipliers.get(1) / power).isCloseTo(factor * ratio, within(factor / (1 << 13)));
  }

  @Test
  void roundHalfUpOnBothSidesOfZero() {
    Multipliers half = Multipliers.of(new int[] {1}, false, 1);
    assertThat(half.scale(3, 0)).isEqualTo(2);
    assertThat(half.scale(-3, 0)).isEqualTo(-1);
    assertThat(half.scale(-4, 0)).isEqualTo(-2);
  }

  @Test
  void areExactAtTheEndsOfTheirRange() {
    Multipliers largest = Multipliers.of(new int[] {Integer.MAX_VALUE}, false, 62);
    assertThat(largest.scale(Integer.MAX_VALUE, 0)).isEqualTo(1);
    assertThat(largest.scale(-Integer.MAX_VALUE, 0)).isEqualTo(-1);
  }

  @Test
  void refuseWhatNoShiftCanExpress() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Multipliers.fit(new double[] {1e-30}, false))
        .withMessageContaining("1.0E-30");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Multipliers.fit(new double[] {1e9}, false))
        .withMessageContaining("1.0E9");
  }
}
