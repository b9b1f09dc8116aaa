/*
 * Copyright 2026 The Thimble Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.thimble.compressor.ratedistortion;

/**
 * By how much the losses of some images change.
 *
 * @param sum of the changes, in nats
 * @param squares sum of their squares
 */
record LossChange(double sum, double squares) {

  static final LossChange NONE = new LossChange(0, 0);

  LossChange plus(LossChange other) {
    return new LossChange(sum + other.sum, squares + other.squares);
  }

  /** The mean over so many images. */
  double mean(int of) {
    return sum / of;
  }

  /** The standard error of that mean. */
  double standardError(int of) {
    double mean = mean(of);
    return Math.sqrt(Math.max(0, squares / of - mean * mean) / of);
  }
}
