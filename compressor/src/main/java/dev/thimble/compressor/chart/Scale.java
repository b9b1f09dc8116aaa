/*
 * Copyright 2026 The Thimble Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.thimble.compressor.chart;

/** How an axis or a colour scale runs from value to place. */
public enum Scale {
  LINEAR {
    @Override
    double apply(double value) {
      return value;
    }
  },
  /** Powers of two; for values above 0. */
  LOG2 {
    @Override
    double apply(double value) {
      return Math.log(value) / Math.log(2);
    }
  },
  /** Powers of ten; for values above 0. */
  LOG10 {
    @Override
    double apply(double value) {
      return Math.log10(value);
    }
  };

  abstract double apply(double value);

  boolean admits(double value) {
    return Double.isFinite(value) && (this == LINEAR || value > 0);
  }
}
