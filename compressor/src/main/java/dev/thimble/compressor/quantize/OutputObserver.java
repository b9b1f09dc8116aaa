/*
 * Copyright 2026 The Thimble Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.thimble.compressor.quantize;

import dev.thimble.compressor.network.FloatVector;

/** Collects one layer's outputs: first their range, then a histogram over that range. */
final class OutputObserver {
  private static final int BINS = 4096;

  private double min = Double.POSITIVE_INFINITY;
  private double max = Double.NEGATIVE_INFINITY;
  private final long[] bins = new long[BINS];
  private long total;

  void addToRange(FloatVector values) {
    for (int i = 0; i < values.length(); i++) {
      min = Math.min(min, values.get(i));
      max = Math.max(max, values.get(i));
    }
  }

  void addToHistogram(FloatVector values) {
    double width = (max - min) / BINS;
    for (int i = 0; i < values.length(); i++) {
      int bin = width == 0 ? 0 : (int) ((values.get(i) - min) / width);
      bins[Math.min(BINS - 1, bin)]++;
    }
    total += values.length();
  }

  /** An observer without counts that sorts into the same bins. */
  OutputObserver emptyOfSameRange() {
    OutputObserver empty = new OutputObserver();
    empty.min = min;
    empty.max = max;
    return empty;
  }

  /** Takes over what another observer of the same layer has seen. */
  void add(OutputObserver other) {
    min = Math.min(min, other.min);
    max = Math.max(max, other.max);
    for (int i = 0; i < BINS; i++) {
      bins[i] += other.bins[i];
    }
    total += other.total;
  }

  /** The range without the outermost {@code 100 − percentile} percent of each side. */
  Range range(double percentile) {
    if (percentile == 100) {
      return Range.widened(min, max);
    }
    long outside = (long) Math.floor(total * (1 - percentile / 100));
    double width = (max - min) / BINS;
    int low = 0;
    for (long skipped = bins[0]; skipped <= outside && low < BINS - 1; skipped += bins[low]) {
      low++;
    }
    int high = BINS - 1;
    for (long skipped = bins[high]; skipped <= outside && high > low; skipped += bins[high]) {
      high--;
    }
    return Range.widened(min + low * width, min + (high + 1) * width);
  }
}
