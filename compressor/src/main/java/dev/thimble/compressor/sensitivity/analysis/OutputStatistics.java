/*
 * Copyright 2026 The Thimble Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.thimble.compressor.sensitivity.analysis;

import dev.thimble.compressor.network.FloatVector;
import dev.thimble.compressor.sensitivity.Activations.LayerActivations;
import java.util.ArrayList;
import java.util.List;

/** Sums over one layer's outputs, whose range is known from a first pass. */
final class OutputStatistics {
  private static final int BINS = 40;

  private final double min;
  private final double max;
  private final Grids.Grid grid;
  private final long[] bins = new long[BINS];
  private double signal;
  private double noise;
  private long count;
  private long zeros;
  private long saturated;

  OutputStatistics(double min, double max, Grids.Grid grid) {
    this.min = min;
    this.max = max;
    this.grid = grid;
  }

  void add(FloatVector real, int[] integers) {
    double low = grid.real(0) - grid.scale() / 2;
    double high = grid.real(255) + grid.scale() / 2;
    for (int i = 0; i < integers.length; i++) {
      double value = real.get(i);
      double error = value - grid.real(integers[i]);
      signal += value * value;
      noise += error * error;
      count++;
      if (value == 0) {
        zeros++;
      } else {
        bins[bin(value)]++;
      }
      if (!grid.score() && (value < low || value > high)) {
        saturated++;
      }
    }
  }

  private int bin(double value) {
    int bin = max > min ? (int) ((value - min) / (max - min) * BINS) : 0;
    return Math.max(0, Math.min(BINS - 1, bin));
  }

  void add(OutputStatistics other) {
    signal += other.signal;
    noise += other.noise;
    count += other.count;
    zeros += other.zeros;
    saturated += other.saturated;
    for (int i = 0; i < BINS; i++) {
      bins[i] += other.bins[i];
    }
  }

  LayerActivations toLayer(String name) {
    List<Long> histogram = new ArrayList<>();
    for (long bin : bins) {
      histogram.add(bin);
    }
    return new LayerActivations(
        name,
        min,
        max,
        grid.score() ? null : grid.real(0),
        grid.score() ? null : grid.real(255),
        grid.score() ? null : (double) saturated / count,
        (double) zeros / count,
        signal == 0 || noise == 0 ? null : 10 * Math.log10(signal / noise),
        histogram);
  }
}
