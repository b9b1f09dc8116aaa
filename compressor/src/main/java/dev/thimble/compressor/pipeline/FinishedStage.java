/*
 * Copyright 2026 The Thimble Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.thimble.compressor.pipeline;

import java.time.Duration;
import java.util.OptionalDouble;

/**
 * What is kept of a stage that is done: the figures that take long to find again.
 *
 * @param validationError share of the validation images that are classified wrong, in [0, 1]; empty
 *     without labelled images
 * @param duration time that the stage took
 */
public record FinishedStage(Stage stage, OptionalDouble validationError, Duration duration) {

  public FinishedStage {
    if (validationError.isPresent()
        && !(validationError.getAsDouble() >= 0 && validationError.getAsDouble() <= 1)) {
      throw new IllegalArgumentException(
          "the validation error must be in [0, 1], found " + validationError.getAsDouble());
    }
    if (duration.isNegative()) {
      throw new IllegalArgumentException("the time must be at least 0, found " + duration);
    }
  }
}
