/*
 * Copyright 2026 The Thimble Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.thimble.compressor.prune;

import dev.thimble.compressor.network.Network;
import dev.thimble.compressor.network.PrunedWeights;
import dev.thimble.compressor.network.WeightedLayer;
import dev.thimble.compressor.network.Weights;
import java.util.ArrayList;
import java.util.List;

/**
 * Prunes a network at once to the final density of a plan; the underlying values stay for the
 * retraining.
 */
public final class Pruner {

  private Pruner() {}

  /** The network with pruned weights; its layers must be dense or pruned less. */
  public static Network prune(Network network, PrunePlan plan) {
    List<float[]> values = new ArrayList<>();
    for (WeightedLayer layer : network.weightedLayers()) {
      Weights weights = layer.requireKind("prune", "dense", "pruned");
      values.add(weights instanceof PrunedWeights less ? less.values() : weights.effective());
    }
    return withMasks(network, values, plan.masks(values, 1));
  }

  /** The network with the same pruned weights, whose underlying values are 0 from now on. */
  public static Network settle(Network network) {
    List<Weights> settled = new ArrayList<>();
    for (WeightedLayer layer : network.weightedLayers()) {
      PrunedWeights weights = (PrunedWeights) layer.requireKind("settle", "pruned");
      settled.add(
          PrunedWeights.of(weights.rows(), weights.columns(), weights.effective(), weights.mask()));
    }
    return network.withWeights(settled);
  }

  /** The network with other underlying weights and masks, one a weighted layer. */
  public static Network withMasks(Network network, List<float[]> values, List<Mask> masks) {
    List<Weights> pruned = new ArrayList<>();
    List<WeightedLayer> layers = network.weightedLayers();
    for (int i = 0; i < layers.size(); i++) {
      WeightedLayer layer = layers.get(i);
      pruned.add(
          PrunedWeights.of(layer.rows(), layer.columns(), values.get(i), masks.get(i).toArray()));
    }
    return network.withWeights(pruned);
  }
}
