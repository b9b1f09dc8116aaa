/*
 * Copyright 2026 The Thimble Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.thimble.compressor.pipeline;

import dev.thimble.compressor.network.ClusteredWeights;
import dev.thimble.compressor.network.IntegerWeights;
import dev.thimble.compressor.network.Network;
import dev.thimble.compressor.network.WeightedLayer;
import dev.thimble.compressor.network.Weights;

/**
 * What a network takes before entropy coding, as the literature counts it (Han et al., "Deep
 * Compression", 2016): each kept weight as a 32-bit float, an 8-bit level or a codebook index of
 * fixed width; in a pruned layer, beside each weight, the gap to the one before in a fixed number
 * of bits, with a filler weight where the gap is longer; the codebooks; the scales as 32-bit
 * floats; biases of 32 bits.
 */
final class StageSize {

  private static final int FLOAT_BITS = 32;
  private static final int BIAS_BITS = 32;
  private static final int LEVEL_BITS = 8;
  private static final int MAX_GAP_BITS = 16;

  private StageSize() {}

  /** Size in bytes. */
  static long bytes(Network network) {
    long bits = 0;
    for (WeightedLayer layer : network.weightedLayers()) {
      bits += weightBits(layer.weights()) + (long) BIAS_BITS * layer.rows();
    }
    return (bits + 7) / 8;
  }

  private static long weightBits(Weights weights) {
    int valueBits = FLOAT_BITS;
    long tables = 0;
    if (weights instanceof IntegerWeights integers) {
      valueBits = LEVEL_BITS;
      tables = (long) FLOAT_BITS * (integers.scales().isPerChannel() ? weights.rows() : 1);
    }
    if (weights instanceof ClusteredWeights clustered) {
      valueBits = Math.max(1, FLOAT_BITS - Integer.numberOfLeadingZeros(clustered.clusters() - 1));
      tables += (long) LEVEL_BITS * clustered.clusters();
    }
    if (weights.kept() == weights.size()) {
      return (long) valueBits * weights.size() + tables;
    }
    long best = Long.MAX_VALUE;
    for (int gapBits = 1; gapBits <= MAX_GAP_BITS; gapBits++) {
      best = Math.min(best, entries(weights, 1L << gapBits) * (valueBits + gapBits));
    }
    return best + tables;
  }

  /** Kept weights and the fillers that gaps of at least {@code limit} positions need. */
  private static long entries(Weights weights, long limit) {
    long entries = 0;
    long gap = 0;
    for (int i = 0; i < weights.size(); i++) {
      if (weights.isKept(i)) {
        entries += 1 + gap / limit;
        gap = 0;
      } else {
        gap++;
      }
    }
    return entries;
  }
}
