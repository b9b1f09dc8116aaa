/*
 * Copyright 2026 The Thimble Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.thimble.compressor.sensitivity.analysis;

import dev.thimble.compressor.network.Network;
import dev.thimble.compressor.network.WeightedLayer;
import dev.thimble.compressor.quantize.Calibration;
import dev.thimble.compressor.quantize.IntegerNetwork;
import dev.thimble.compressor.quantize.QuantizeOptions;
import dev.thimble.compressor.sensitivity.Sweep;
import dev.thimble.compressor.sensitivity.Sweep.LayerSweep;
import dev.thimble.compressor.sensitivity.SweepPoint;
import dev.thimble.compressor.sensitivity.forward.IntegerEvaluator;
import dev.thimble.compressor.sensitivity.forward.Outcome;
import dev.thimble.compressor.sensitivity.forward.RealEvaluator;
import dev.thimble.compressor.sensitivity.forward.Variant;
import dev.thimble.models.data.ImageSet;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A setting over its values: each layer alone, all others, and all together as integers. */
final class SweepAnalysis {
  private final RealEvaluator evaluator;
  private final IntegerEvaluator integers;
  private final ImageSet calibration;
  private final QuantizeOptions quantize;
  private final double maxDrop;

  /**
   * Sweeps to run.
   *
   * @param calibration images for the ranges of the integer variants' activations
   * @param quantize how weights become integers
   * @param maxDrop how much the error may rise for {@link LayerSweep#kept}
   */
  SweepAnalysis(
      RealEvaluator evaluator,
      IntegerEvaluator integers,
      ImageSet calibration,
      QuantizeOptions quantize,
      double maxDrop) {
    this.evaluator = evaluator;
    this.integers = integers;
    this.calibration = calibration;
    this.quantize = quantize;
    this.maxDrop = maxDrop;
  }

  /** Runs a setting's values, the finest first. */
  Sweep run(WeightChange change, Progress progress) throws InterruptedException {
    List<WeightedLayer> layers = evaluator.network().weightedLayers();
    List<SweepPoint> together = new ArrayList<>();
    List<List<SweepPoint>> alone = lists(layers.size());
    List<List<SweepPoint>> others = lists(layers.size());
    List<Double> values = change.steps();
    for (int i = 0; i < values.size(); i++) {
      Network changed = change.apply(evaluator.network(), values.get(i), quantize);
      double value = values.get(i);
      together(changed)
          .ifPresent(outcome -> together.add(outcome.toPoint(value, evaluator.original())));
      for (int layer = 0; layer < layers.size(); layer++) {
        if (change.suits(layers.get(layer), values.get(i))) {
          alone.get(layer).add(real(changed, layer, true, values.get(i)));
          if (layers.size() > 1) {
            others.get(layer).add(real(changed, layer, false, values.get(i)));
          }
        }
        progress.step(i * layers.size() + layer + 1, values.size() * layers.size());
      }
    }
    List<LayerSweep> results = new ArrayList<>();
    for (int layer = 0; layer < layers.size(); layer++) {
      List<SweepPoint> points = alone.get(layer);
      results.add(
          new LayerSweep(
              layers.get(layer).name(),
              points,
              others.get(layer),
              SweepLimits.knee(points),
              SweepLimits.kept(points, evaluator.original().error(), maxDrop)));
    }
    return new Sweep(change.setting(), together, results);
  }

  private static List<List<SweepPoint>> lists(int count) {
    List<List<SweepPoint>> lists = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      lists.add(new ArrayList<>());
    }
    return lists;
  }

  private SweepPoint real(Network changed, int layer, boolean only, double value) {
    Variant variant = new Variant();
    List<WeightedLayer> layers = changed.weightedLayers();
    for (int i = 0; i < layers.size(); i++) {
      if (i == layer == only) {
        variant = variant.with(i, layers.get(i).weights().effective());
      }
    }
    return evaluator.evaluate(variant).toPoint(value, evaluator.original());
  }

  /** Empty where a layer's scales lie too far apart for an integer network. */
  private Optional<Outcome> together(Network changed) {
    Network quantized = WeightChange.quantized(changed, quantize);
    Calibration ranges = Calibration.fit(quantized, calibration, quantize);
    IntegerNetwork network;
    try {
      network = IntegerNetwork.of(quantized, ranges, quantize);
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
    return Optional.of(integers.evaluate(network));
  }
}
