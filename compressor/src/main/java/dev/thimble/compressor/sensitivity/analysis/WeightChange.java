/*
 * Copyright 2026 The Thimble Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.thimble.compressor.sensitivity.analysis;

import dev.thimble.compressor.cluster.ClusterOptions;
import dev.thimble.compressor.cluster.Clusterer;
import dev.thimble.compressor.network.IntegerWeights;
import dev.thimble.compressor.network.Network;
import dev.thimble.compressor.network.PrunedWeights;
import dev.thimble.compressor.network.QuantizedWeights;
import dev.thimble.compressor.network.Scales;
import dev.thimble.compressor.network.WeightedLayer;
import dev.thimble.compressor.network.Weights;
import dev.thimble.compressor.prune.Mask;
import dev.thimble.compressor.quantize.QuantizeOptions;
import dev.thimble.compressor.quantize.Quantizer;
import dev.thimble.compressor.sensitivity.Setting;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/** What a setting does to the weights of all layers, by the compressor's own stages. */
enum WeightChange {
  /** Uniform symmetric levels of that many bits; of one bit the mean magnitude with its sign. */
  BITS(Setting.BITS, List.of(8.0, 7.0, 6.0, 5.0, 4.0, 3.0, 2.0, 1.0)) {
    @Override
    Network apply(Network network, double bits, QuantizeOptions options) {
      return bits < 2
          ? network.withWeights(network.weightedLayers().stream().map(WeightChange::signs).toList())
          : new Quantizer(options.withWeightBits((int) bits)).quantize(network);
    }
  },

  /** The largest magnitudes of each layer stay. */
  DENSITY(
      Setting.DENSITY,
      List.of(1.0, 0.7, 0.5, 0.35, 0.25, 0.17, 0.12, 0.08, 0.05, 0.03, 0.02, 0.01)) {
    @Override
    Network apply(Network network, double share, QuantizeOptions options) {
      List<Weights> pruned = new ArrayList<>();
      for (WeightedLayer layer : network.weightedLayers()) {
        float[] values = layer.weights().effective();
        int count = (int) Math.max(1, Math.round(share * values.length));
        Mask mask = Mask.largest(values, count);
        pruned.add(PrunedWeights.of(layer.rows(), layer.columns(), values, mask.toArray()));
      }
      return network.withWeights(pruned);
    }
  },

  /** k-means over each layer's 8-bit levels. */
  CODEBOOK(Setting.CODEBOOK, List.of(256.0, 128.0, 64.0, 32.0, 16.0, 8.0, 4.0, 2.0)) {
    @Override
    Network apply(Network network, double size, QuantizeOptions options) {
      Network quantized = new Quantizer(options).quantize(network);
      Map<String, Integer> sizes = new HashMap<>();
      for (WeightedLayer layer : quantized.weightedLayers()) {
        sizes.put(layer.name(), Math.min((int) size, levels(layer)));
      }
      return new Clusterer(new ClusterOptions(1, sizes, Optional.empty(), 0)).cluster(quantized);
    }

    @Override
    boolean suits(WeightedLayer layer, double size) {
      return size / 2 < layer.weights().size();
    }
  };

  private final Setting setting;
  private final List<Double> steps;

  WeightChange(Setting setting, List<Double> steps) {
    this.setting = setting;
    this.steps = steps;
  }

  Setting setting() {
    return setting;
  }

  /** The values that are looked at, the finest first. */
  List<Double> steps() {
    return steps;
  }

  /**
   * The network with all layers at the setting.
   *
   * @param options granularity of the scales
   */
  abstract Network apply(Network network, double value, QuantizeOptions options);

  /** Whether a layer is large enough for the value to mean anything. */
  boolean suits(WeightedLayer layer, double value) {
    return true;
  }

  /** The network with integer weights: it has them, or they are quantized. */
  static Network quantized(Network network, QuantizeOptions options) {
    boolean integers =
        network.weightedLayers().stream().allMatch(l -> l.weights() instanceof IntegerWeights);
    return integers ? network : new Quantizer(options).quantize(network);
  }

  private static int levels(WeightedLayer layer) {
    IntegerWeights weights = (IntegerWeights) layer.weights();
    return (int)
        IntStream.range(0, weights.size())
            .filter(weights::isKept)
            .map(weights::level)
            .distinct()
            .count();
  }

  /**
   * Levels −1, 1 and 0 (for weights that are 0) with each channel's mean magnitude as its scale,
   * which is the best in the squared sense (Rastegari et al., "XNOR-Net", 2016, <a
   * href="https://arxiv.org/abs/1603.05279">arXiv:1603.05279</a>).
   */
  private static Weights signs(WeightedLayer layer) {
    float[] values = layer.weights().effective();
    byte[] levels = new byte[values.length];
    double[] scales = new double[layer.rows()];
    double largest = 0;
    for (int row = 0; row < layer.rows(); row++) {
      double sum = 0;
      int count = 0;
      for (int i = row * layer.columns(), end = i + layer.columns(); i < end; i++) {
        levels[i] = (byte) Math.signum(values[i]);
        sum += Math.abs(values[i]);
        count += levels[i] == 0 ? 0 : 1;
      }
      scales[row] = count == 0 ? 0 : sum / count;
      largest = Math.max(largest, scales[row]);
    }
    for (int row = 0; row < scales.length; row++) {
      scales[row] = scales[row] > 0 ? scales[row] : largest > 0 ? largest : 1;
    }
    return QuantizedWeights.of(
        layer.rows(), layer.columns(), levels, Scales.perChannel(scales), false);
  }
}
