/*
 * Copyright 2026 The Thimble Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.thimble.compressor.report.tables;

import dev.thimble.compressor.network.FloatNetwork;
import dev.thimble.compressor.network.Network;
import dev.thimble.compressor.report.Baseline;
import dev.thimble.compressor.report.Evaluation;
import dev.thimble.compressor.report.Inspection;
import dev.thimble.models.ReferenceNetwork;
import dev.thimble.models.data.ImageSet;
import dev.thimble.runtime.ModelDescription;

/**
 * A network that the tables are about, and the images to measure on.
 *
 * @param reference which one
 * @param network the network before compression
 * @param validation the images that compressions decide by
 * @param test images that no decision has seen
 */
public record TableNetwork(
    ReferenceNetwork reference, Network network, ImageSet validation, ImageSet test) {

  /** Measures the network as it is. */
  public NetworkRow measure() {
    return new NetworkRow(
        reference.id(),
        network.parameters(),
        fp32Bytes(),
        error(validation),
        error(test),
        Baseline.of(network));
  }

  /**
   * Measures a file that was made from it, through {@code runtime-lite}.
   *
   * @throws IllegalArgumentException if the images do not suit the file's network
   * @throws InterruptedException if this thread is interrupted
   */
  public FileRow measure(TableFile file) throws InterruptedException {
    ModelDescription description = file.model().description();
    return new FileRow(
        reference.id(),
        file.recipe(),
        file.seed(),
        description.fileBytes(),
        Inspection.headerBytes(description),
        (double) fp32Bytes() / description.fileBytes(),
        Evaluation.of(file.model(), validation).error(),
        Evaluation.of(file.model(), test).error(),
        LayerFigures.of(network, file.layers()),
        Baseline.of(file.layers()),
        file.stages());
  }

  private long fp32Bytes() {
    return Float.BYTES * network.parameters();
  }

  private double error(ImageSet images) {
    int errors =
        new FloatNetwork(network).errors(images.firstPixels(images.count()), images.labels());
    return (double) errors / images.count();
  }
}
