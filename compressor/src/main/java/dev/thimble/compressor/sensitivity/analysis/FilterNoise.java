/*
 * Copyright 2026 The Thimble Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.thimble.compressor.sensitivity.analysis;

import dev.thimble.compressor.network.Network;
import dev.thimble.compressor.network.WeightedLayer;
import dev.thimble.models.data.SeededRandom;

/**
 * Random directions whose every output channel is as long as the channel's own weights (Li et al.,
 * "Visualizing the loss landscape of neural nets", NeurIPS 2018, <a
 * href="https://arxiv.org/abs/1712.09913">arXiv:1712.09913</a>). Weights that are 0 stay so: what
 * was pruned does not come back.
 */
final class FilterNoise {
  private final Network network;

  FilterNoise(Network network) {
    this.network = network;
  }

  /** A direction of one weighted layer. */
  float[] direction(int layer, SeededRandom random) {
    WeightedLayer weighted = network.weightedLayers().get(layer);
    float[] weights = weighted.weights().effective();
    float[] direction = new float[weights.length];
    Normals normals = new Normals(random);
    for (int row = 0; row < weighted.rows(); row++) {
      int from = row * weighted.columns();
      double length = 0;
      double drawn = 0;
      for (int i = from; i < from + weighted.columns(); i++) {
        direction[i] = weights[i] == 0 ? 0 : (float) normals.next();
        length += (double) weights[i] * weights[i];
        drawn += (double) direction[i] * direction[i];
      }
      double factor = drawn == 0 ? 0 : Math.sqrt(length / drawn);
      for (int i = from; i < from + weighted.columns(); i++) {
        direction[i] *= (float) factor;
      }
    }
    return direction;
  }

  /** {@code weights + size · direction} of one weighted layer. */
  float[] moved(int layer, float[] direction, double size) {
    float[] weights = network.weightedLayers().get(layer).weights().effective();
    for (int i = 0; i < weights.length; i++) {
      weights[i] += (float) (size * direction[i]);
    }
    return weights;
  }
}
