/*
 * Copyright 2026 The Thimble Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.thimble.compressor.sensitivity.analysis;

import dev.thimble.compressor.dl4j.LossGradient;
import dev.thimble.compressor.network.Network;
import dev.thimble.compressor.network.WeightedLayer;
import dev.thimble.compressor.quantize.QuantizeOptions;
import dev.thimble.compressor.quantize.Quantizer;
import dev.thimble.compressor.sensitivity.Curvature;
import dev.thimble.compressor.sensitivity.Curvature.LayerCurvature;
import dev.thimble.compressor.sensitivity.Curvature.Prediction;
import dev.thimble.compressor.sensitivity.Sweep;
import dev.thimble.compressor.sensitivity.SweepPoint;
import dev.thimble.models.data.SeededRandom;
import java.util.ArrayList;
import java.util.List;

/**
 * Eigenvalues and traces of the Hessian, and what HAWQ-V2 (Dong et al., 2020, <a
 * href="https://arxiv.org/abs/1911.03852">arXiv:1911.03852</a>) predicts from them: a layer's loss
 * increase is {@code mean trace · |Q(w) − w|²}.
 */
final class CurvatureAnalysis {
  private static final int ITERATIONS = 20;
  private static final int PROBES = 16;
  private static final int MIN_BITS = 2;
  private static final long STREAM = 3;

  private final LossGradient loss;
  private final Network network;
  private final QuantizeOptions quantize;
  private final long seed;

  CurvatureAnalysis(LossGradient loss, Network network, QuantizeOptions quantize, long seed) {
    this.loss = loss;
    this.network = network;
    this.quantize = quantize;
    this.seed = seed;
  }

  /** Gradients that {@link #run} takes at most. */
  static int gradients(int layers) {
    return 2 * (ITERATIONS * (layers + 1) + PROBES * layers);
  }

  /**
   * Runs the analysis.
   *
   * @param bits the sweep whose loss increases are compared with the predicted ones
   * @param baseline loss of the full-precision network on the sweep's images
   */
  Curvature run(Sweep bits, double baseline, Progress progress) throws InterruptedException {
    int layers = network.weightedLayers().size();
    SeededRandom random = SeededRandom.forPart(seed, STREAM);
    List<LayerCurvature> results = new ArrayList<>();
    for (int layer = 0; layer < layers; layer++) {
      Hessian hessian = Hessian.ofLayer(loss, layer);
      Hessian.Eigenvalue top = hessian.topEigenvalue(ITERATIONS, random);
      progress.step(2 * layer + 1, 2 * layers + 1);
      Hessian.Trace trace = hessian.trace(PROBES, random);
      progress.step(2 * layer + 2, 2 * layers + 1);
      double meanTrace = trace.value() / hessian.size();
      results.add(
          new LayerCurvature(
              network.weightedLayers().get(layer).name(),
              hessian.size(),
              top.value(),
              top.residual(),
              top.iterations(),
              trace.value(),
              trace.standardError(),
              trace.probes(),
              meanTrace,
              predictions(layer, meanTrace, bits, baseline)));
    }
    double top = Hessian.ofNetwork(loss).topEigenvalue(ITERATIONS, random).value();
    return new Curvature(loss.samples(), top, results, RankCorrelations.of(results));
  }

  private List<Prediction> predictions(int layer, double meanTrace, Sweep sweep, double baseline) {
    List<Prediction> predictions = new ArrayList<>();
    for (SweepPoint point : sweep.layers().get(layer).alone()) {
      int bits = (int) point.value();
      if (bits >= MIN_BITS) {
        double squaredError = squaredError(layer, bits);
        predictions.add(
            new Prediction(
                bits,
                squaredError,
                meanTrace * squaredError,
                point.measurement().loss() - baseline));
      }
    }
    return predictions;
  }

  private double squaredError(int layer, int bits) {
    Network quantized = new Quantizer(quantize.withWeightBits(bits)).quantize(network);
    WeightedLayer before = network.weightedLayers().get(layer);
    float[] original = before.weights().effective();
    float[] rounded = quantized.weightedLayers().get(layer).weights().effective();
    double sum = 0;
    for (int i = 0; i < original.length; i++) {
      double error = (double) rounded[i] - original[i];
      sum += error * error;
    }
    return sum;
  }
}
