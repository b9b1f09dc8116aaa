/*
 * Copyright 2026 The Thimble Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.thimble.benchmarks.report;

import java.util.OptionalDouble;

/**
 * One figure.
 *
 * @param network what ran, or empty where that does not matter
 * @param subject by what, as tables call it
 * @param threads that ran at the same time, each with its own images
 * @param median in the suite's unit
 * @param p99 the 99th percentile where single runs were timed
 */
public record Measurement(
    Suite suite, String network, String subject, int threads, double median, OptionalDouble p99) {

  public Measurement {
    if (!(median >= 0 && median < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException(
          suite + " of " + subject + " must be a finite number, found " + median);
    }
  }

  /** A figure of single-threaded work without a percentile. */
  public static Measurement of(Suite suite, String network, String subject, double median) {
    return new Measurement(suite, network, subject, 1, median, OptionalDouble.empty());
  }

  /** Whether two figures belong side by side. */
  boolean comparable(Measurement other) {
    return suite == other.suite && network.equals(other.network) && threads == other.threads;
  }
}
