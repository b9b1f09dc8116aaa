/*
 * Copyright 2026 The Thimble Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.thimble.compressor.report.tables;

import dev.thimble.compressor.report.Baseline;
import java.util.List;

/**
 * A compressed file.
 *
 * @param network what was compressed
 * @param recipe name of the recipe
 * @param seed seed of the run
 * @param fileBytes size of the file
 * @param headerBytes its bytes that are neither weights nor biases
 * @param ratio how many times smaller than the original's 32-bit floats it is
 * @param validationError share of validation images that it classifies wrong, in [0, 1]
 * @param testError the same of the test images
 * @param layers what became of each layer
 * @param baselines what general-purpose compressors make of the file's weights
 * @param stages what each stage left; empty where that is not known
 */
public record FileRow(
    String network,
    String recipe,
    long seed,
    int fileBytes,
    int headerBytes,
    double ratio,
    double validationError,
    double testError,
    List<LayerFigures> layers,
    List<Baseline> baselines,
    List<StageFigures> stages) {

  public FileRow {
    layers = List.copyOf(layers);
    baselines = List.copyOf(baselines);
    stages = List.copyOf(stages);
  }
}
