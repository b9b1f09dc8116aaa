/*
 * Copyright 2026 The Thimble Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.thimble.models.dl4j;

import dev.thimble.models.data.ImageSet;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.nd4j.linalg.api.ndarray.INDArray;

/** Classification error of a float network. */
public final class ErrorRate {
  private static final int BATCH = 500;

  private ErrorRate() {}

  /**
   * The share of images that the network takes for another class, 0 … 1. The first of equal scores
   * wins.
   *
   * @throws IllegalArgumentException if the network's input or output does not fit the images
   */
  public static double of(MultiLayerNetwork network, ImageSet images) {
    return (double) wrong(network, images) / images.count();
  }

  /** How many images the network takes for another class. */
  public static int wrong(MultiLayerNetwork network, ImageSet images) {
    int wrong = 0;
    for (int first = 0; first < images.count(); first += BATCH) {
      int count = Math.min(BATCH, images.count() - first);
      INDArray output = network.output(Batches.scaled(images, first, count), false);
      if (output.size(1) < images.classCount()) {
        throw new IllegalArgumentException(
            "network has "
                + output.size(1)
                + " outputs, the images have "
                + images.classCount()
                + " classes");
      }
      int[] predicted = output.argMax(1).toIntVector();
      for (int i = 0; i < count; i++) {
        if (predicted[i] != images.label(first + i)) {
          wrong++;
        }
      }
    }
    return wrong;
  }
}
