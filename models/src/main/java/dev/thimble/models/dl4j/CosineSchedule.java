/*
 * Copyright 2026 The Thimble Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.thimble.models.dl4j;

import org.nd4j.linalg.schedule.ISchedule;

/**
 * Half a cosine from the initial rate to 0: rate(t) = initial · (1 + cos(π t / steps)) / 2
 * (Loshchilov and Hutter, "SGDR", ICLR 2017, without restarts).
 *
 * <p>Only ever in a network while it trains; checkpoints are written without it, so that plain
 * Deeplearning4j can read them.
 */
final class CosineSchedule implements ISchedule {
  private static final long serialVersionUID = 1L;

  private final double initial;
  private final long steps;

  CosineSchedule(double initial, long steps) {
    this.initial = initial;
    this.steps = steps;
  }

  @Override
  public double valueAt(int iteration, int epoch) {
    double progress = Math.min(1, (double) iteration / steps);
    return initial * (1 + StrictMath.cos(Math.PI * progress)) / 2;
  }

  @Override
  public ISchedule clone() {
    return new CosineSchedule(initial, steps);
  }
}
