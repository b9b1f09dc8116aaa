/*
 * Copyright 2026 The Thimble Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.thimble.compressor.retrain;

import dev.thimble.compressor.dl4j.Distillation;
import dev.thimble.models.training.SharpnessAwareness;

/**
 * How a network is trained again.
 *
 * @param epochs passes over the training images, 1 … 10,000
 * @param batchSize images a step, 1 … 65,536
 * @param learningRate Adam's peak rate; it falls along half a cosine to 0
 * @param distillation what is learned from the original network
 * @param augment whether images are distorted at random
 * @param sharpness how far around the weights a step looks
 */
public record RetrainOptions(
    int epochs,
    int batchSize,
    double learningRate,
    Distillation distillation,
    boolean augment,
    SharpnessAwareness sharpness) {

  public RetrainOptions {
    if (epochs < 1 || epochs > 10_000) {
      throw new IllegalArgumentException("epochs must be 1 to 10000, found " + epochs);
    }
    if (batchSize < 1 || batchSize > 65_536) {
      throw new IllegalArgumentException("the batch size must be 1 to 65536, found " + batchSize);
    }
    if (!(learningRate > 0 && learningRate <= 1)) {
      throw new IllegalArgumentException(
          "the learning rate must be above 0 and at most 1, found " + learningRate);
    }
  }

  /** These options with another number of epochs. */
  public RetrainOptions withEpochs(int value) {
    return new RetrainOptions(value, batchSize, learningRate, distillation, augment, sharpness);
  }

  /** These options with another look around the weights. */
  public RetrainOptions withSharpness(SharpnessAwareness value) {
    return new RetrainOptions(epochs, batchSize, learningRate, distillation, augment, value);
  }
}
