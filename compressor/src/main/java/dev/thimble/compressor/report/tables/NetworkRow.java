/*
 * Copyright 2026 The Thimble Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.thimble.compressor.report.tables;

import dev.thimble.compressor.report.Baseline;
import java.util.List;

/**
 * A network before compression.
 *
 * @param network its name
 * @param parameters weights and biases
 * @param fp32Bytes these as 32-bit floats
 * @param validationError share of wrongly classified validation images, in [0, 1]
 * @param testError the same of the test images
 * @param baselines what general-purpose compressors make of its weights
 */
public record NetworkRow(
    String network,
    long parameters,
    long fp32Bytes,
    double validationError,
    double testError,
    List<Baseline> baselines) {

  public NetworkRow {
    baselines = List.copyOf(baselines);
  }
}
