/*
 * Copyright 2026 The Thimble Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.thimble.models.dl4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

final class CosineScheduleTest {
  private final CosineSchedule schedule = new CosineSchedule(0.01, 1000);

  @Test
  void fallsFromTheInitialRateToZero() {
    assertThat(schedule.valueAt(0, 0)).isEqualTo(0.01);
    assertThat(schedule.valueAt(500, 3)).isCloseTo(0.005, within(1e-12));
    assertThat(schedule.valueAt(1000, 9)).isZero();
    assertThat(schedule.valueAt(2000, 9)).isZero();
  }

  @Test
  void neverRises() {
    for (int step = 1; step <= 1000; step++) {
      assertThat(schedule.valueAt(step, 0)).isLessThan(schedule.valueAt(step - 1, 0));
    }
  }
}
