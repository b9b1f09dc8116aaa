/*
 * Copyright 2026 The Thimble Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.thimble.compressor.sensitivity.compare;

import dev.thimble.compressor.sensitivity.Interval;

/** What two figures say about each other. */
public enum Outcome {
  /** The first report's interval lies below the second's. */
  A_LOWER,
  /** The second report's interval lies below the first's. */
  B_LOWER,
  /** The intervals overlap: no significant difference. */
  NO_DIFFERENCE,
  /** One of them has no interval. */
  NOT_JUDGED;

  static Outcome of(Estimate a, Estimate b) {
    if (a.interval() == null || b.interval() == null) {
      return NOT_JUDGED;
    }
    Interval first = a.interval();
    Interval second = b.interval();
    if (first.high() < second.low()) {
      return A_LOWER;
    }
    return second.high() < first.low() ? B_LOWER : NO_DIFFERENCE;
  }
}
