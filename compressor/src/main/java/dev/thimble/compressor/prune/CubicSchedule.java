/*
 * Copyright 2026 The Thimble Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.thimble.compressor.prune;

/**
 * The gradual density schedule of Zhu and Gupta, "To prune, or not to prune" (2017, <a
 * href="https://arxiv.org/abs/1710.01878">arXiv:1710.01878</a>), written for density instead of
 * sparsity: {@code d(t) = d_f + (d_i − d_f) · (1 − t / T)³} while {@code t < T}, and {@code d_f}
 * after.
 *
 * @param initialDensity kept share of the weights at the beginning, in (0, 1]
 * @param finalDensity kept share of the weights at the end of the ramp, in (0, 1]
 * @param ramp share of the training over which the density falls, in [0, 1]
 */
public record CubicSchedule(double initialDensity, double finalDensity, double ramp) {

  public CubicSchedule {
    PruneOptions.requireDensity("initial density", initialDensity);
    PruneOptions.requireDensity("density", finalDensity);
    if (!(ramp >= 0 && ramp <= 1)) {
      throw new IllegalArgumentException("ramp must be in [0, 1], found " + ramp);
    }
  }

  /**
   * The density when a share of the training is done.
   *
   * @param progress done share of the training, in [0, 1]
   */
  public double densityAt(double progress) {
    if (progress >= ramp) {
      return finalDensity;
    }
    double left = 1 - progress / ramp;
    return finalDensity + (initialDensity - finalDensity) * left * left * left;
  }
}
