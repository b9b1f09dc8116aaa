/*
 * Copyright 2026 The Thimble Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.thimble.compressor.sensitivity.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.thimble.compressor.sensitivity.Interval;
import dev.thimble.compressor.sensitivity.Measurement;
import dev.thimble.compressor.sensitivity.SweepPoint;
import org.junit.jupiter.api.Test;

class EstimateTest {

  /** Newcombe, Statistics in Medicine 17 (1998), 873-890, table II, method 10: 9/10 and 3/10. */
  @Test
  void aRisesIntervalIsThePublishedOne() {
    Estimate rise = Estimate.rise(new SweepPoint(4, Measurement.of(10, 9, 1, 1), 9, 3));
    assertThat(rise.value()).isCloseTo(0.6, within(1e-12));
    assertThat(rise.interval().low()).isCloseTo(0.1705, within(5e-5));
    assertThat(rise.interval().high()).isCloseTo(0.8090, within(5e-5));
  }

  @Test
  void nothingBrokenIsNoCertainty() {
    Estimate rise = Estimate.rise(new SweepPoint(8, Measurement.of(100, 3, 1, 1), 0, 0));
    assertThat(rise.value()).isZero();
    assertThat(rise.interval().low()).isNegative();
    assertThat(rise.interval().high()).isPositive();
  }

  @Test
  void drawsThatAgreeStillSawOnlyTheseImages() {
    Estimate error = Estimate.drawn(0.01, new Interval(0.01, 0.01), 5000);
    assertThat(error.interval()).isEqualTo(Interval.wilson(50, 5000));
  }

  @Test
  void drawsThatDifferWidenTheInterval() {
    Interval images = Interval.wilson(500, 1000);
    Estimate error = Estimate.drawn(0.5, new Interval(0.46, 0.54), 1000);
    assertThat(error.interval().low())
        .isCloseTo(0.5 - Math.hypot(0.04, 0.5 - images.low()), within(1e-12));
    assertThat(error.interval().high())
        .isCloseTo(0.5 + Math.hypot(0.04, images.high() - 0.5), within(1e-12));
  }

  @Test
  void intervalsOfSharesStayShares() {
    assertThat(Estimate.drawn(0, new Interval(0, 0), 10).interval().low()).isZero();
    assertThat(Estimate.drawn(1, new Interval(0.9, 1), 10).interval().high()).isEqualTo(1);
  }
}
