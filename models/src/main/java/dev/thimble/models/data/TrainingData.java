/*
 * Copyright 2026 The Thimble Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.thimble.models.data;

/**
 * The training file, split: weights learn from one part, every decision (stopping, thresholds,
 * search) is made on the other.
 */
public record TrainingData(ImageSet training, ImageSet validation) {

  public TrainingData {
    if (!training.shape().equals(validation.shape())
        || training.classCount() != validation.classCount()) {
      throw new IllegalArgumentException("training and validation images must be alike");
    }
  }
}
