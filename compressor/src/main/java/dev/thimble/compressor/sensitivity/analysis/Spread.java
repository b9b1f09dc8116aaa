/*
 * Copyright 2026 The Thimble Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.thimble.compressor.sensitivity.analysis;

import dev.thimble.compressor.sensitivity.Interval;

/** Mean, its standard error and the largest of some draws. */
final class Spread {
  private int count;
  private double sum;
  private double squares;
  private double largest = Double.NEGATIVE_INFINITY;

  void add(double value) {
    count++;
    double before = count == 1 ? 0 : sum / (count - 1);
    sum += value;
    // Welford's update: no difference of large squares.
    squares += count == 1 ? 0 : (value - before) * (value - sum / count);
    largest = Math.max(largest, value);
  }

  int count() {
    return count;
  }

  double mean() {
    return sum / count;
  }

  double largest() {
    return largest;
  }

  /** Standard error of the mean; 0 for a single draw. */
  double standardError() {
    return count < 2 ? 0 : Math.sqrt(Math.max(0, squares) / (count - 1) / count);
  }

  /** 95 % interval of the mean of a share. */
  Interval shareInterval() {
    Interval normal = Interval.normal(mean(), standardError());
    return new Interval(Math.max(0, normal.low()), Math.min(1, normal.high()));
  }
}
