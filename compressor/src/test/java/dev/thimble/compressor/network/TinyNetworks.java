/*
 * Copyright 2026 The Thimble Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.thimble.compressor.network;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Dense networks small enough to train within a test. */
public final class TinyNetworks {

  private TinyNetworks() {}

  /**
   * Layers fc1, fc2, … with ReLU between them and He-initialised weights.
   *
   * @param sizes inputs, hidden units …, classes; the input is one row of pixels
   */
  public static Network dense(int[] sizes, long seed) {
    Random random = new Random(seed);
    List<Layer> layers = new ArrayList<>();
    Shape shape = new Shape(1, 1, sizes[0]);
    for (int i = 1; i < sizes.length; i++) {
      float[] weights = new float[sizes[i] * sizes[i - 1]];
      for (int k = 0; k < weights.length; k++) {
        weights[k] = (float) (random.nextGaussian() * Math.sqrt(2.0 / sizes[i - 1]));
      }
      layers.add(
          new DenseLayer(
              "fc" + i,
              shape,
              DenseWeights.of(sizes[i], sizes[i - 1], weights),
              FloatVector.of(new float[sizes[i]]),
              i < sizes.length - 1 ? Activation.RELU : Activation.IDENTITY));
      shape = Shape.vector(sizes[i]);
    }
    return new Network(
        new Shape(1, 1, sizes[0]),
        1 / 255.0,
        0,
        layers,
        Network.numberedLabels(sizes[sizes.length - 1]),
        true);
  }
}
