/*
 * Copyright 2026 The Thimble Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.thimble.compressor.sensitivity.analysis;

import dev.thimble.compressor.network.Activation;
import dev.thimble.compressor.network.DenseLayer;
import dev.thimble.compressor.network.DenseWeights;
import dev.thimble.compressor.network.FloatVector;
import dev.thimble.compressor.network.Layer;
import dev.thimble.compressor.network.Network;
import dev.thimble.compressor.network.Shape;
import dev.thimble.compressor.retrain.ToyData;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Networks that classify {@link ToyData} without having been trained. */
final class ToyNetworks {
  /** Hidden units; the last one is always 0. */
  static final int HIDDEN = 9;

  private ToyNetworks() {}

  /** Three dense layers that pass the sum of each class's pixels through; logits of some units. */
  static Network passing(long seed) {
    Random random = new Random(seed);
    List<Layer> layers = new ArrayList<>();
    float[] first = new float[HIDDEN * ToyData.PIXELS];
    for (int unit = 0; unit < HIDDEN - 1; unit++) {
      for (int pixel = 0; pixel < ToyData.PIXELS; pixel++) {
        boolean own = pixel / (ToyData.PIXELS / ToyData.CLASSES) == unit % ToyData.CLASSES;
        first[unit * ToyData.PIXELS + pixel] = (own ? 1f : -0.2f) + noise(random);
      }
    }
    layers.add(dense("fc1", new Shape(1, 1, ToyData.PIXELS), HIDDEN, first, Activation.RELU));
    float[] second = new float[HIDDEN * HIDDEN];
    for (int unit = 0; unit < HIDDEN - 1; unit++) {
      for (int input = 0; input < HIDDEN; input++) {
        second[unit * HIDDEN + input] = (unit == input ? 1f : 0f) + noise(random);
      }
    }
    layers.add(dense("fc2", Shape.vector(HIDDEN), HIDDEN, second, Activation.RELU));
    float[] third = new float[ToyData.CLASSES * HIDDEN];
    for (int label = 0; label < ToyData.CLASSES; label++) {
      for (int input = 0; input < HIDDEN; input++) {
        boolean own = input < HIDDEN - 1 && input % ToyData.CLASSES == label;
        third[label * HIDDEN + input] = (own ? 3f : 0f) + noise(random);
      }
    }
    layers.add(dense("fc3", Shape.vector(HIDDEN), ToyData.CLASSES, third, Activation.IDENTITY));
    return new Network(
        new Shape(1, 1, ToyData.PIXELS),
        1 / 255.0,
        0,
        layers,
        Network.numberedLabels(ToyData.CLASSES),
        true);
  }

  /** The same with one weight of 5,000 in a layer, which meets an input that is always 0. */
  static Network withOutlier(long seed, int layer) {
    Network network = passing(seed);
    DenseLayer fragile = (DenseLayer) network.weightedLayers().get(layer);
    float[] weights = fragile.weights().effective();
    weights[HIDDEN - 1] = 5000;
    return network.withWeights(
        Map.of(fragile.name(), DenseWeights.of(fragile.rows(), fragile.columns(), weights)));
  }

  private static float noise(Random random) {
    return (float) (0.05 * random.nextGaussian());
  }

  private static DenseLayer dense(
      String name, Shape input, int units, float[] weights, Activation activation) {
    return new DenseLayer(
        name,
        input,
        DenseWeights.of(units, input.size(), weights),
        FloatVector.zeros(units),
        activation);
  }
}
