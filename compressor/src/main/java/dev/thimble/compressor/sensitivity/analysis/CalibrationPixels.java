/*
 * Copyright 2026 The Thimble Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.thimble.compressor.sensitivity.analysis;

import dev.thimble.compressor.network.Network;
import dev.thimble.compressor.quantize.Calibration;
import dev.thimble.compressor.quantize.QuantizeOptions;
import dev.thimble.models.data.ImageSet;

/** The images that ranges of activations are observed on. */
final class CalibrationPixels {
  private final ImageSet images;

  CalibrationPixels(ImageSet images) {
    this.images = images;
  }

  Calibration fit(Network network, QuantizeOptions options) {
    int count = Math.min(options.calibrationImages(), images.count());
    return Calibration.fit(network, images.firstPixels(count), options);
  }
}
