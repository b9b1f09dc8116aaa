/*
 * Copyright 2026 The Thimble Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.thimble.models.training;

import dev.thimble.models.augment.AffineAugmentation;
import java.util.Optional;

/**
 * How to train a network from scratch.
 *
 * @param epochs passes over the training images, 1 … 10,000
 * @param batchSize images in a step, 1 … 65,536
 * @param learningRate Adam's rate at the first step, above 0 and at most 1; it falls along half a
 *     cosine to 0 at the last
 * @param seed decides first weights, order and distortions
 * @param augmentation the random distortion, or empty for the images as they are
 * @param sharpness how far around the weights a step looks
 */
public record TrainingOptions(
    int epochs,
    int batchSize,
    double learningRate,
    long seed,
    Optional<AffineAugmentation> augmentation,
    SharpnessAwareness sharpness) {

  public static final long DEFAULT_SEED = 1;

  public TrainingOptions {
    if (epochs < 1 || epochs > 10_000) {
      throw new IllegalArgumentException("epochs must be 1 to 10000, got " + epochs);
    }
    if (batchSize < 1 || batchSize > 65_536) {
      throw new IllegalArgumentException("batch size must be 1 to 65536, got " + batchSize);
    }
    if (!(learningRate > 0 && learningRate <= 1)) {
      throw new IllegalArgumentException(
          "learning rate must be above 0 and at most 1, got " + learningRate);
    }
  }
}
