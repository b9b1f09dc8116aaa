/*
 * Copyright 2026 The Thimble Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.thimble.compressor.dl4j;

import dev.thimble.compressor.network.Layer;
import dev.thimble.compressor.network.Network;
import dev.thimble.compressor.network.Shape;
import java.util.ArrayList;
import java.util.List;

/**
 * A network as its configuration describes it: everything that can be checked without the weights
 * has been.
 *
 * @param softmax whether the network ends with a softmax
 */
record Plan(Shape input, List<PlannedLayer> layers, boolean softmax) {

  Plan {
    layers = List.copyOf(layers);
  }

  /** Number of parameters in the file. */
  long parameters() {
    return layers.stream().mapToLong(PlannedLayer::parameters).sum();
  }

  /** The network with all parameters of the file. */
  Network build(Coefficients coefficients, InputScaling scaling) throws ModelReadException {
    List<Layer> built = new ArrayList<>();
    for (PlannedLayer layer : layers) {
      built.add(layer.build(coefficients));
    }
    coefficients.requireEnd();
    int classes = built.get(built.size() - 1).output().size();
    return new Network(
        input,
        scaling.scale(),
        scaling.zeroPoint(),
        built,
        Network.numberedLabels(classes),
        softmax);
  }
}
