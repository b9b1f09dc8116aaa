/*
 * Copyright 2026 The Thimble Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.thimble.compressor.dl4j;

import org.nd4j.linalg.schedule.ISchedule;
import org.nd4j.shade.jackson.annotation.JsonProperty;

/**
 * Learning rate {@code r(t) = peak · (1 + cos(π · t / steps)) / 2}, with a linear warm-up over the
 * first hundredth of the steps.
 */
final class CosineRate implements ISchedule {

  private static final long serialVersionUID = 1L;
  private static final double WARM_UP_SHARE = 0.01;

  private final double peak;
  private final int steps;

  CosineRate(@JsonProperty("peak") double peak, @JsonProperty("steps") int steps) {
    this.peak = peak;
    this.steps = steps;
  }

  @Override
  public double valueAt(int iteration, int epoch) {
    double warmUp = Math.max(1, steps * WARM_UP_SHARE);
    double rate = peak * (1 + Math.cos(Math.PI * Math.min(iteration, steps) / steps)) / 2;
    return rate * Math.min(1, (iteration + 1) / warmUp);
  }

  /** The rate at the first step's peak, as given. */
  public double getPeak() {
    return peak;
  }

  /** Steps until the rate is zero. */
  public int getSteps() {
    return steps;
  }

  @Override
  public ISchedule clone() {
    return new CosineRate(peak, steps);
  }
}
