/*
 * Copyright 2026 The Thimble Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.thimble.compressor.sensitivity.analysis;

import dev.thimble.compressor.network.WeightedLayer;
import dev.thimble.compressor.sensitivity.NoiseTolerance;
import dev.thimble.compressor.sensitivity.NoiseTolerance.LayerNoise;
import dev.thimble.compressor.sensitivity.NoiseTolerance.NoisePoint;
import dev.thimble.compressor.sensitivity.forward.Outcome;
import dev.thimble.compressor.sensitivity.forward.RealEvaluator;
import dev.thimble.compressor.sensitivity.forward.Variant;
import dev.thimble.models.data.SeededRandom;
import java.util.ArrayList;
import java.util.List;

/** Error under filter-normalised weight noise of several sizes, on all layers and on each. */
final class NoiseAnalysis {
  private static final List<Double> SIZES = List.of(0.01, 0.02, 0.05, 0.1, 0.2, 0.3, 0.5, 1.0);
  private static final int DRAWS = 5;

  /** Keeps this analysis's random numbers apart from those of others. */
  private static final long STREAM = 4;

  private final RealEvaluator evaluator;
  private final FilterNoise noise;
  private final List<WeightedLayer> layers;
  private final long seed;

  NoiseAnalysis(RealEvaluator evaluator, long seed) {
    this.evaluator = evaluator;
    this.noise = new FilterNoise(evaluator.network());
    this.layers = evaluator.network().weightedLayers();
    this.seed = seed;
  }

  /** Evaluations of the whole network that {@link #run} takes, roughly. */
  static int evaluations(int layers) {
    return SIZES.size() * DRAWS * (1 + layers);
  }

  NoiseTolerance run(Progress progress) throws InterruptedException {
    int steps = (layers.size() + 1) * SIZES.size();
    int done = 0;
    List<NoisePoint> network = new ArrayList<>();
    for (int size = 0; size < SIZES.size(); size++) {
      network.add(point(size, 0, layers.size()));
      progress.step(++done, steps);
    }
    List<LayerNoise> each = new ArrayList<>();
    for (int layer = 0; layer < layers.size(); layer++) {
      List<NoisePoint> points = new ArrayList<>();
      for (int size = 0; size < SIZES.size(); size++) {
        points.add(point(size, layer, layer + 1));
        progress.step(++done, steps);
      }
      each.add(new LayerNoise(layers.get(layer).name(), points));
    }
    return new NoiseTolerance(network, each);
  }

  /** Noise on the layers {@code from} … {@code to − 1}. */
  private NoisePoint point(int sizeIndex, int from, int to) {
    Spread errors = new Spread();
    Spread losses = new Spread();
    for (int draw = 0; draw < DRAWS; draw++) {
      Variant variant = new Variant();
      for (int layer = from; layer < to; layer++) {
        // The same draws for every size, so that the curve is about the size alone.
        SeededRandom random = SeededRandom.forPart(seed, STREAM, layer, draw);
        float[] direction = noise.direction(layer, random);
        variant = variant.with(layer, noise.moved(layer, direction, SIZES.get(sizeIndex)));
      }
      Outcome outcome = evaluator.evaluate(variant);
      errors.add(outcome.error());
      losses.add(outcome.loss());
    }
    return new NoisePoint(
        SIZES.get(sizeIndex),
        DRAWS,
        errors.mean(),
        errors.shareInterval(),
        errors.largest(),
        losses.mean(),
        losses.largest());
  }
}
