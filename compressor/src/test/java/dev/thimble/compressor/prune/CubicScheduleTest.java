/*
 * Copyright 2026 The Thimble Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.thimble.compressor.prune;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CubicScheduleTest {

  @Test
  void startsDenseAndEndsAtTheFinalDensity() {
    CubicSchedule schedule = new CubicSchedule(1, 0.1, 0.5);
    assertThat(schedule.densityAt(0)).isEqualTo(1);
    assertThat(schedule.densityAt(0.5)).isEqualTo(0.1);
    assertThat(schedule.densityAt(1)).isEqualTo(0.1);
  }

  @Test
  void followsTheCubeOfWhatIsLeft() {
    assertThat(new CubicSchedule(1, 0.2, 1).densityAt(0.5)).isCloseTo(0.2 + 0.8 / 8, within(1e-12));
  }

  @Test
  void withoutRampIsAlwaysFinal() {
    assertThat(new CubicSchedule(1, 0.3, 0).densityAt(0)).isEqualTo(0.3);
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, -0.1, 1.01, Double.NaN})
  void rejectsDensitiesOutsideTheUnitInterval(double density) {
    assertThatThrownBy(() -> new CubicSchedule(1, density, 0.5))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("the density must be above 0 and at most 1, found " + density);
  }
}
