/*
 * Copyright 2026 The Thimble Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.thimble.compressor.pipeline;

import dev.thimble.models.data.ImageSet;
import dev.thimble.models.data.TrainingData;
import java.util.Optional;

/**
 * The images that a compression may see: never test images.
 *
 * @param calibration images for the ranges of the activations; labels are not looked at
 * @param training labelled images to train on and to decide by; empty if there are none
 */
public record CompressionData(ImageSet calibration, Optional<TrainingData> training) {

  /** Training data, whose training images also calibrate. */
  public static CompressionData of(TrainingData data) {
    return new CompressionData(data.training(), Optional.of(data));
  }

  /** Calibration images only: enough for recipes that do not train. */
  public static CompressionData calibrationOnly(ImageSet images) {
    return new CompressionData(images, Optional.empty());
  }
}
