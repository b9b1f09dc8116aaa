/*
 * Copyright 2026 The Thimble Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.thimble.compressor.sensitivity;

/**
 * A two-sided 95 % confidence interval, ends included.
 *
 * @param low at most {@code high}
 */
public record Interval(double low, double high) {

  /** Quantile of the standard normal distribution that leaves 2.5 % above it. */
  static final double Z = 1.959963984540054;

  public Interval {
    Checks.finite("an interval's low end", low);
    Checks.finite("an interval's high end", high);
    if (low > high) {
      throw new IllegalArgumentException(
          "an interval's ends must ascend, found " + low + " and " + high);
    }
  }

  /**
   * Wilson's score interval of a share (Wilson, "Probable inference", JASA 22, 1927): {@code (p +
   * z²/2n ± z √(p(1 − p)/n + z²/4n²)) / (1 + z²/n)}.
   *
   * @param hits from 0 to {@code trials}
   * @param trials at least 1
   */
  public static Interval wilson(long hits, long trials) {
    Checks.atLeast("trials", 1, trials);
    if (hits < 0 || hits > trials) {
      throw new IllegalArgumentException("hits must be in [0, " + trials + "], found " + hits);
    }
    double n = trials;
    double p = hits / n;
    double z2 = Z * Z;
    double middle = (p + z2 / (2 * n)) / (1 + z2 / n);
    double half = Z * Math.sqrt(p * (1 - p) / n + z2 / (4 * n * n)) / (1 + z2 / n);
    // At the ends one limit is exact; rounding may miss it.
    double low = hits == 0 ? 0 : Math.max(0, middle - half);
    double high = hits == trials ? 1 : Math.min(1, middle + half);
    return new Interval(low, high);
  }

  /** {@code mean ± z · standardError}. */
  public static Interval normal(double mean, double standardError) {
    Checks.notNegative("a standard error", standardError);
    return new Interval(mean - Z * standardError, mean + Z * standardError);
  }
}
