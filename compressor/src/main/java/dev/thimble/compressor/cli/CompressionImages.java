/*
 * Copyright 2026 The Thimble Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.thimble.compressor.cli;

import dev.thimble.compressor.pipeline.CompressionData;
import dev.thimble.models.data.DataSource;
import dev.thimble.models.data.ImageSet;
import dev.thimble.models.data.TrainingData;
import java.io.IOException;
import java.util.Optional;

/**
 * The images of a compression: what the stages may see, and the test images for its final report,
 * which are read early so that damage shows before the long work.
 */
record CompressionImages(String name, CompressionData data, Optional<ImageSet> test) {

  /**
   * Reads what there is.
   *
   * @param splitSeed splits the training file
   */
  static CompressionImages of(DataSource source, long splitSeed) throws IOException {
    CompressionData data = seen(source, splitSeed);
    Optional<ImageSet> test = source.hasTest() ? Optional.of(source.test()) : Optional.empty();
    return new CompressionImages(source.name(), data, test);
  }

  private static CompressionData seen(DataSource source, long splitSeed) throws IOException {
    if (!source.hasCalibration()) {
      return CompressionData.of(source.training(splitSeed));
    }
    ImageSet calibration = source.calibration();
    return source.hasTraining()
        ? new CompressionData(calibration, Optional.of(source.training(splitSeed)))
        : CompressionData.calibrationOnly(calibration);
  }

  Optional<ImageSet> validation() {
    return data.training().map(TrainingData::validation);
  }
}
