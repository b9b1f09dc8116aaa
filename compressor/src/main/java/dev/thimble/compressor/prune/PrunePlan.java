/*
 * Copyright 2026 The Thimble Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.thimble.compressor.prune;

import dev.thimble.compressor.network.Network;
import dev.thimble.compressor.network.WeightedLayer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Options fitted to a network: says at every moment of the retraining how many weights each layer
 * keeps, and which.
 */
public final class PrunePlan {

  private final PruneOptions options;
  private final List<Double> fixed; // null where the layer shares the adaptive budget
  private final List<Double> initial; // kept share of each layer before

  private PrunePlan(PruneOptions options, List<Double> fixed, List<Double> initial) {
    this.options = options;
    this.fixed = fixed;
    this.initial = initial;
  }

  /**
   * Fits the options to a network, whose present density is where the ramp begins.
   *
   * @throws IllegalArgumentException if a layer is named that the network does not have
   */
  public static PrunePlan of(PruneOptions options, Network network) {
    List<String> names = network.weightedLayers().stream().map(WeightedLayer::name).toList();
    for (String name : options.layerDensities().keySet()) {
      if (!names.contains(name)) {
        throw new IllegalArgumentException(
            "a density is given for layer " + name + ", but the layers are " + names);
      }
    }
    List<Double> fixed = new ArrayList<>();
    names.forEach(name -> fixed.add(options.layerDensities().get(name)));
    List<Double> initial =
        network.weightedLayers().stream().map(layer -> layer.weights().density()).toList();
    return new PrunePlan(options, fixed, initial);
  }

  /** Keeps the weights that a network keeps, whose pruned ones are 0 underneath as well. */
  public static PrunePlan keeping(Network network) {
    Map<String, Double> densities = new HashMap<>();
    for (WeightedLayer layer : network.weightedLayers()) {
      densities.put(layer.name(), layer.weights().density());
    }
    return of(new PruneOptions(1, densities, 0, 0, 0), network);
  }

  /** Whether the density is not yet final when this share of the training is done. */
  public boolean isFalling(double progress) {
    return progress < options.ramp();
  }

  /** Learning rate of pruned weights as a share of that of kept ones, in [0, 1]. */
  public double regrowth() {
    return options.regrowth();
  }

  /** Whether the masks still change when this share of the training is done. */
  public boolean isMoving(double progress) {
    return progress < options.settle();
  }

  /**
   * The masks by magnitude.
   *
   * @param weights underlying weights of every weighted layer, pruned ones too
   * @param progress done share of the retraining, in [0, 1]; 1 gives the final masks
   */
  public List<Mask> masks(List<float[]> weights, double progress) {
    int[] kept = new int[weights.size()];
    List<float[]> adaptive = new ArrayList<>();
    long shared = 0;
    double sharedKept = 0;
    for (int layer = 0; layer < kept.length; layer++) {
      int size = weights.get(layer).length;
      if (fixed.get(layer) == null) {
        adaptive.add(weights.get(layer));
        shared += size;
        sharedKept += initial.get(layer) * size;
      } else {
        kept[layer] = count(initial.get(layer), fixed.get(layer), size, progress);
      }
    }
    if (!adaptive.isEmpty()) {
      int[] budget =
          LayerAdaptiveBudget.kept(
              adaptive, count(sharedKept / shared, options.density(), shared, progress));
      int next = 0;
      for (int layer = 0; layer < kept.length; layer++) {
        if (fixed.get(layer) == null) {
          kept[layer] = budget[next++];
        }
      }
    }
    List<Mask> masks = new ArrayList<>();
    for (int layer = 0; layer < kept.length; layer++) {
      masks.add(Mask.largest(weights.get(layer), kept[layer]));
    }
    return masks;
  }

  private int count(double initialDensity, double finalDensity, long size, double progress) {
    double now =
        new CubicSchedule(initialDensity, finalDensity, options.ramp()).densityAt(progress);
    return (int) Math.max(1, Math.round(now * size));
  }
}
