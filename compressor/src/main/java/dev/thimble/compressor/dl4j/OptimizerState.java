/*
 * Copyright 2026 The Thimble Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.thimble.compressor.dl4j;

import dev.thimble.compressor.network.FloatVector;

/**
 * All that the steps of a training leave in a {@link TrainableNetwork}: with it, another copy of
 * the same network goes on to the same bits.
 *
 * @param steps done so far, at least 0
 * @param shadow full-precision parameters, in the order of the {@link ParameterLayout}
 * @param moments Adam's first and second moment of every parameter
 */
public record OptimizerState(int steps, FloatVector shadow, FloatVector moments) {

  /** Moments that Adam keeps of a parameter. */
  public static final int MOMENTS = 2;

  public OptimizerState {
    if (steps < 0) {
      throw new IllegalArgumentException("steps must be at least 0, found " + steps);
    }
    if (moments.length() != (long) MOMENTS * shadow.length()) {
      throw new IllegalArgumentException(
          "expected "
              + MOMENTS
              + " moments of each of "
              + shadow.length()
              + " parameters, found "
              + moments.length()
              + " in all");
    }
  }
}
