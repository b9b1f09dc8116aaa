/*
 * Copyright 2026 The Thimble Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.thimble.compressor.sensitivity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class IntervalTest {

  /** Newcombe, Statistics in Medicine 17 (1998), table I: 81 of 263 and 15 of 148. */
  @Test
  void wilsonsIntervalIsThePublishedOne() {
    assertThat(Interval.wilson(81, 263).low()).isCloseTo(0.2553, within(5e-5));
    assertThat(Interval.wilson(81, 263).high()).isCloseTo(0.3662, within(5e-5));
    assertThat(Interval.wilson(15, 148).low()).isCloseTo(0.0624, within(5e-5));
    assertThat(Interval.wilson(15, 148).high()).isCloseTo(0.1605, within(5e-5));
  }

  @Test
  void wilsonsIntervalStaysInsideAtTheEnds() {
    assertThat(Interval.wilson(0, 20).low()).isZero();
    assertThat(Interval.wilson(0, 20).high()).isCloseTo(0.1611, within(5e-5));
    assertThat(Interval.wilson(20, 20).high()).isEqualTo(1);
  }

  @Test
  void refusesMoreHitsThanTrials() {
    assertThatThrownBy(() -> Interval.wilson(21, 20))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("hits must be in [0, 20], found 21");
  }

  @Test
  void refusesEndsThatDescendOrAreNoNumbers() {
    assertThatThrownBy(() -> new Interval(1, 0))
        .hasMessage("an interval's ends must ascend, found 1.0 and 0.0");
    assertThatThrownBy(() -> new Interval(Double.NaN, 0))
        .hasMessage("an interval's low end must be finite, found NaN");
  }
}
