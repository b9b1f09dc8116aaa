/*
 * Copyright 2026 The Thimble Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.thimble.compressor.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class TicksTest {

  @Test
  void aLinearAxisHasRoundSteps() {
    assertThat(Ticks.of(Scale.LINEAR, 0, 10, 5)).containsExactly(0.0, 2.0, 4.0, 6.0, 8.0, 10.0);
    assertThat(Ticks.of(Scale.LINEAR, 1, 8, 8)).hasSize(8);
    assertThat(Ticks.of(Scale.LINEAR, -0.3, 0.31, 4)).containsExactly(-0.2, 0.0, 0.2);
  }

  @Test
  void logarithmicAxesHavePowers() {
    assertThat(Ticks.of(Scale.LOG2, 2, 256, 10))
        .containsExactly(2.0, 4.0, 8.0, 16.0, 32.0, 64.0, 128.0, 256.0);
    assertThat(Ticks.of(Scale.LOG10, 1e-6, 0.1, 10)).hasSize(6);
    assertThat(Ticks.of(Scale.LOG10, 1, 100, 10))
        .containsExactly(1.0, 2.0, 5.0, 10.0, 20.0, 50.0, 100.0);
  }

  @Test
  void placesValuesByScaleAndDirection() {
    AxisRange plain = AxisRange.of(Axis.linear("x", "").startingAt(0).endingAt(8), 0, 8, 8, false);
    assertThat(plain.position(2)).isCloseTo(0.25, within(1e-12));
    AxisRange turned =
        AxisRange.of(Axis.log2("x", "").startingAt(2).endingAt(32).descending(), 2, 32, 8, false);
    assertThat(turned.position(2)).isCloseTo(1, within(1e-12));
    assertThat(turned.position(8)).isCloseTo(0.5, within(1e-12));
  }

  @Test
  void equalDataStillHaveARange() {
    AxisRange range = AxisRange.of(Axis.linear("y", "%"), 0, 0, 5, true);
    assertThat(range.position(0)).isBetween(0.0, 1.0);
    assertThat(AxisRange.of(Axis.log10("y", ""), 3, 3, 5, true).position(3))
        .isCloseTo(0.5, within(1e-12));
  }

  @Test
  void aLogarithmicAxisRefusesZero() {
    assertThatThrownBy(() -> AxisRange.of(Axis.log10("rate", ""), 0, 1, 5, true))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("axis rate: expected values for a LOG10 scale, found 0.0 to 1.0");
    assertThatThrownBy(() -> Axis.linear("y", "").startingAt(3).endingAt(3))
        .hasMessage("axis y: expected an end above 3.0, found 3.0");
  }
}
