/*
 * Copyright 2026 The Thimble Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.thimble.compressor.retrain;

import java.util.Arrays;
import java.util.List;

/**
 * What a {@link SteppedProjection} has decided so far, in a form that is the same for all of them;
 * immutable.
 */
public final class ProjectionState {
  private final int phase;
  private final List<Double> reals;
  private final byte[] marks;

  /**
   * A state; copies its arguments.
   *
   * @param phase what has begun or ended, as bits, in [0, 255]
   * @param reals finite numbers of the layers, in order
   * @param marks one unsigned number a weight, layer after layer
   */
  public ProjectionState(int phase, List<Double> reals, byte[] marks) {
    if (phase < 0 || phase > 255) {
      throw new IllegalArgumentException("the phase must be in [0, 255], found " + phase);
    }
    for (double real : reals) {
      if (!Double.isFinite(real)) {
        throw new IllegalArgumentException("a projection's numbers must be finite, found " + real);
      }
    }
    this.phase = phase;
    this.reals = List.copyOf(reals);
    this.marks = marks.clone();
  }

  /** What has begun or ended, as bits. */
  public int phase() {
    return phase;
  }

  /** Finite numbers of the layers, in order. */
  public List<Double> reals() {
    return reals;
  }

  /** One unsigned number a weight, layer after layer; a fresh array. */
  public byte[] marks() {
    return marks.clone();
  }

  /**
   * Checks that this state is of a projection of so many numbers and weights.
   *
   * @throws IllegalArgumentException if it is not
   */
  public void requireSizes(int realCount, int weights) {
    if (reals.size() != realCount || marks.length != weights) {
      throw new IllegalArgumentException(
          "expected the state of a projection of "
              + realCount
              + " numbers and "
              + weights
              + " weights, found "
              + reals.size()
              + " and "
              + marks.length);
    }
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof ProjectionState state
        && phase == state.phase
        && reals.equals(state.reals)
        && Arrays.equals(marks, state.marks);
  }

  @Override
  public int hashCode() {
    return 31 * (31 * phase + reals.hashCode()) + Arrays.hashCode(marks);
  }
}
