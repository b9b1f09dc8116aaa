/*
 * Copyright 2026 The Thimble Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.thimble.compressor.sensitivity.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.thimble.compressor.sensitivity.Measurement;
import dev.thimble.compressor.sensitivity.SweepPoint;
import java.util.List;
import org.junit.jupiter.api.Test;

class SweepLimitsTest {

  @Test
  void signTestCountsHeads() {
    assertThat(SweepLimits.signTest(0, 0)).isEqualTo(1);
    assertThat(SweepLimits.signTest(1, 0)).isCloseTo(0.5, within(1e-12));
    assertThat(SweepLimits.signTest(5, 0)).isCloseTo(1 / 32.0, within(1e-12));
    // (C(10, 8) + C(10, 9) + C(10, 10)) / 1024
    assertThat(SweepLimits.signTest(8, 2)).isCloseTo(56 / 1024.0, within(1e-12));
  }

  @Test
  void aLimitLiesBeforeTheFirstFailure() {
    List<SweepPoint> points = List.of(point(8, 10), point(7, 12), point(6, 30), point(5, 11));
    assertThat(SweepLimits.kept(points, 0.010, 0.002)).isEqualTo(7);
    assertThat(SweepLimits.knee(points)).isEqualTo(7);
  }

  @Test
  void thereMayBeNoLimit() {
    List<SweepPoint> points = List.of(point(8, 100));
    assertThat(SweepLimits.kept(points, 0.010, 0.002)).isNull();
    assertThat(SweepLimits.knee(points)).isNull();
  }

  @Test
  void spearmanComparesRanks() {
    assertThat(RankCorrelations.spearman(new double[] {1, 2, 3}, new double[] {1, 8, 9}))
        .isEqualTo(1);
    assertThat(RankCorrelations.spearman(new double[] {1, 2, 3, 4}, new double[] {2, 1, 4, 3}))
        .isCloseTo(0.6, within(1e-12));
    assertThat(RankCorrelations.spearman(new double[] {1, 2}, new double[] {5, 5})).isNull();
  }

  private static SweepPoint point(double bits, int errors) {
    return new SweepPoint(bits, Measurement.of(1000, errors, 0, 0), Math.max(0, errors - 10), 0);
  }
}
