/*
 * Copyright 2026 The Thimble Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.thimble.compressor.quantize;

import dev.thimble.compressor.network.ClusteredWeights;
import dev.thimble.compressor.network.IntegerWeights;
import dev.thimble.compressor.network.Network;
import dev.thimble.compressor.network.RandomNetworks;
import dev.thimble.compressor.network.WeightedLayer;
import dev.thimble.compressor.network.Weights;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/** Integer networks for tests of what is made of them. */
public final class IntegerNetworks {
  private IntegerNetworks() {}

  /** A network of odd shapes, quantized as the seed says. */
  public static IntegerNetwork odd(long seed) {
    QuantizeOptions options =
        QuantizeOptions.DEFAULT
            .withGranularity(seed % 2 == 0 ? Granularity.LAYER : Granularity.CHANNEL)
            .withWeightBits(2 + (int) Math.floorMod(seed / 2, 7L));
    return of(RandomNetworks.odd(seed), options);
  }

  /** The integer form of a network, calibrated on random images. */
  public static IntegerNetwork of(Network network, QuantizeOptions options) {
    byte[] images = RandomNetworks.images(network, 10, 1);
    Network quantized = new Quantizer(options).quantize(network);
    Calibration calibration = Calibration.fit(quantized, images, options);
    return IntegerNetwork.of(quantized, calibration, options);
  }

  /** As {@link #of}, by way of clustered weights with the same levels. */
  public static IntegerNetwork clustered(Network network, QuantizeOptions options) {
    byte[] images = RandomNetworks.images(network, 10, 1);
    Network quantized = new Quantizer(options).quantize(network);
    List<Weights> weights = new ArrayList<>();
    for (WeightedLayer layer : quantized.weightedLayers()) {
      weights.add(clustered((IntegerWeights) layer.weights()));
    }
    Network clustered = quantized.withWeights(weights);
    Calibration calibration = Calibration.fit(clustered, images, options);
    return IntegerNetwork.of(clustered, calibration, options);
  }

  private static ClusteredWeights clustered(IntegerWeights weights) {
    TreeSet<Integer> levels = new TreeSet<>();
    for (int i = 0; i < weights.size(); i++) {
      if (weights.isKept(i)) {
        levels.add(weights.level(i));
      }
    }
    byte[] codebook = new byte[levels.size()];
    List<Integer> ordered = List.copyOf(levels);
    for (int i = 0; i < codebook.length; i++) {
      codebook[i] = ordered.get(i).byteValue();
    }
    int[] assignments = new int[weights.size()];
    for (int i = 0; i < assignments.length; i++) {
      assignments[i] =
          weights.isKept(i) ? ordered.indexOf(weights.level(i)) : ClusteredWeights.PRUNED;
    }
    return ClusteredWeights.of(
        weights.rows(), weights.columns(), codebook, assignments, weights.scales());
  }
}
