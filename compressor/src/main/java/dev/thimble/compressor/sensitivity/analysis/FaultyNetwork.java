/*
 * Copyright 2026 The Thimble Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.thimble.compressor.sensitivity.analysis;

import dev.thimble.compressor.network.IntegerWeights;
import dev.thimble.compressor.network.QuantizedWeights;
import dev.thimble.compressor.quantize.IntegerLayer;
import dev.thimble.compressor.quantize.IntegerNetwork;
import dev.thimble.compressor.quantize.IntegerWeightedLayer;
import java.util.ArrayList;
import java.util.List;

/**
 * An integer network whose weights' bits can be flipped. Weights are bytes in two's complement,
 * those that are 0 too; everything else, zero points folded into biases among it, stays as it is.
 */
final class FaultyNetwork {
  static final int BITS = 8;

  private final IntegerNetwork sound;
  private final List<byte[]> levels = new ArrayList<>(); // by weighted layer

  FaultyNetwork(IntegerNetwork sound) {
    this.sound = sound;
    sound.weightedLayers().forEach(layer -> levels.add(layer.weights().levels()));
  }

  /** Number of weights of a weighted layer. */
  int weights(int layer) {
    return levels.get(layer).length;
  }

  int level(int layer, int index) {
    return levels.get(layer)[index];
  }

  /** What a level becomes when a bit flips; −128 becomes −127, as the runtime has no −128. */
  static int flipped(int level, int bit) {
    return Math.max(-Byte.MAX_VALUE, (byte) (level ^ 1 << bit));
  }

  void flip(int layer, int index, int bit) {
    levels.get(layer)[index] = (byte) flipped(levels.get(layer)[index], bit);
  }

  void set(int layer, int index, int level) {
    levels.get(layer)[index] = (byte) level;
  }

  /** The network as it now is. */
  IntegerNetwork network() {
    List<IntegerLayer> layers = new ArrayList<>();
    int next = 0;
    for (IntegerLayer layer : sound.layers()) {
      layers.add(
          layer instanceof IntegerWeightedLayer weighted
              ? withLevels(weighted, levels.get(next++))
              : layer);
    }
    return new IntegerNetwork(
        sound.input(),
        sound.inputScale(),
        sound.inputZeroPoint(),
        layers,
        sound.outputScale(),
        sound.labels(),
        sound.softmax());
  }

  private static IntegerWeightedLayer withLevels(IntegerWeightedLayer layer, byte[] levels) {
    IntegerWeights weights = layer.weights();
    return new IntegerWeightedLayer(
        layer.name(),
        layer.input(),
        layer.window(),
        QuantizedWeights.of(weights.rows(), weights.columns(), levels, weights.scales(), false),
        layer.inputZeroPoint(),
        layer.biases(),
        layer.biasShift(),
        layer.stage());
  }
}
