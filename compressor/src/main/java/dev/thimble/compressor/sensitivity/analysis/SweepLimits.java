/*
 * Copyright 2026 The Thimble Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.thimble.compressor.sensitivity.analysis;

import dev.thimble.compressor.sensitivity.SweepPoint;
import java.util.List;

/** Where a layer's sweep stops being harmless. */
final class SweepLimits {
  /** A rise in errors that chance makes more seldom counts. */
  private static final double SIGNIFICANCE = 0.05;

  /** A rise that is the budget exactly may come out larger by rounding. */
  private static final double ROUNDING = 1e-9;

  private SweepLimits() {}

  /** The coarsest value, no finer one failing, without significantly more errors; or null. */
  static Double knee(List<SweepPoint> points) {
    Double knee = null;
    for (SweepPoint point : points) {
      if (signTest(point.broken(), point.repaired()) < SIGNIFICANCE) {
        break;
      }
      knee = point.value();
    }
    return knee;
  }

  /** The coarsest value, no finer one failing, whose error rises by at most {@code maxDrop}. */
  static Double kept(List<SweepPoint> points, double error, double maxDrop) {
    Double kept = null;
    for (SweepPoint point : points) {
      if (point.measurement().error() - error > maxDrop + ROUNDING) {
        break;
      }
      kept = point.value();
    }
    return kept;
  }

  /**
   * One-sided sign test: the probability of at least {@code broken} heads in {@code broken +
   * repaired} throws of a fair coin.
   */
  static double signTest(int broken, int repaired) {
    int throwsOfCoin = broken + repaired;
    double logarithm = -throwsOfCoin * Math.log(2); // of C(n, k) / 2^n at k = n
    double tail = 0;
    for (int k = throwsOfCoin; k >= broken; k--) {
      tail += Math.exp(logarithm);
      logarithm += Math.log(k) - Math.log(throwsOfCoin - k + 1);
    }
    return Math.min(1, tail);
  }
}
