/*
 * Copyright 2026 The Thimble Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.thimble.compressor.prune;

import java.util.Map;
import java.util.TreeMap;

/**
 * Which share of the weights stays.
 *
 * @param density kept share of the weights of all layers that have no density of their own, in (0,
 *     1]; a layer-adaptive score divides them among the layers
 * @param layerDensities kept share by layer name, for layers with a budget of their own
 * @param ramp share of the retraining during which the density falls to its final value, in [0, 1]
 * @param settle share of the retraining after which the masks are fixed, from the ramp to 1; until
 *     then pruned weights may come back
 * @param regrowth learning rate of pruned weights as a share of that of kept ones, in [0, 1]: the
 *     lower, the fewer come back at once
 */
public record PruneOptions(
    double density,
    Map<String, Double> layerDensities,
    double ramp,
    double settle,
    double regrowth) {

  /** Nothing is pruned. */
  public static final PruneOptions NONE = new PruneOptions(1, Map.of(), 0, 0, 0);

  public PruneOptions {
    requireDensity("density", density);
    layerDensities = Map.copyOf(new TreeMap<>(layerDensities));
    layerDensities.forEach((layer, value) -> requireDensity("density of layer " + layer, value));
    if (!(ramp >= 0 && ramp <= 1)) {
      throw new IllegalArgumentException("the ramp must be in [0, 1], found " + ramp);
    }
    if (!(settle >= ramp && settle <= 1)) {
      throw new IllegalArgumentException(
          "settle must be from the ramp (" + ramp + ") to 1, found " + settle);
    }
    if (!(regrowth >= 0 && regrowth <= 1)) {
      throw new IllegalArgumentException("regrowth must be in [0, 1], found " + regrowth);
    }
  }

  /** These options with other kept shares. */
  public PruneOptions withDensities(double value, Map<String, Double> byLayer) {
    return new PruneOptions(value, byLayer, ramp, settle, regrowth);
  }

  static void requireDensity(String what, double density) {
    if (!(density > 0 && density <= 1)) {
      throw new IllegalArgumentException(
          "the " + what + " must be above 0 and at most 1, found " + density);
    }
  }
}
