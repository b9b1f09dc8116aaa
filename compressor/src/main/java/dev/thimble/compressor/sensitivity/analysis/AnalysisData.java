/*
 * Copyright 2026 The Thimble Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.thimble.compressor.sensitivity.analysis;

import dev.thimble.compressor.pipeline.CompressionData;
import dev.thimble.models.data.ImageSet;
import dev.thimble.models.data.TrainingData;
import java.util.Optional;

/**
 * The images of a sensitivity analysis.
 *
 * @param name as reports call them
 * @param seen what decisions may look at; has labelled training and validation images
 * @param test images for the last figure of the verdict's comparison
 */
public record AnalysisData(String name, CompressionData seen, Optional<ImageSet> test) {

  public AnalysisData {
    if (seen.training().isEmpty()) {
      throw new IllegalArgumentException(
          name + ": a sensitivity analysis needs labelled training images, found none");
    }
  }

  TrainingData training() {
    return seen.training().orElseThrow();
  }
}
