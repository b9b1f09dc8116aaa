/*
 * Copyright 2026 The Thimble Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.thimble.compressor.retrain;

import dev.thimble.compressor.dl4j.OptimizerState;
import java.time.Duration;

/**
 * Where a training stands between two epochs. With the same images, options and seed it goes on
 * from here to the same bits: what the batches are follows from the seed and the epoch alone.
 *
 * @param epochs done so far, at least 1
 * @param elapsed time that they took
 * @param validationError after the last of them, in [0, 1]
 * @param optimizer parameters and what their updates depend on
 * @param projection what the projection has decided
 */
public record TrainingState(
    int epochs,
    Duration elapsed,
    double validationError,
    OptimizerState optimizer,
    ProjectionState projection) {

  public TrainingState {
    if (epochs < 1) {
      throw new IllegalArgumentException("epochs must be at least 1, found " + epochs);
    }
    if (elapsed.isNegative()) {
      throw new IllegalArgumentException("the time must be at least 0, found " + elapsed);
    }
    if (!(validationError >= 0 && validationError <= 1)) {
      throw new IllegalArgumentException(
          "the validation error must be in [0, 1], found " + validationError);
    }
  }

  /**
   * Checks that this is a state of a training.
   *
   * @param stepsPerEpoch of the training
   * @param maxEpochs of the training
   * @throws IllegalArgumentException if it is of another one
   */
  void requireFits(int stepsPerEpoch, int maxEpochs) {
    if (epochs > maxEpochs || optimizer.steps() != (long) epochs * stepsPerEpoch) {
      throw new IllegalArgumentException(
          "expected a state of a training of "
              + maxEpochs
              + " epochs of "
              + stepsPerEpoch
              + " steps, found "
              + epochs
              + " epochs and "
              + optimizer.steps()
              + " steps");
    }
  }
}
