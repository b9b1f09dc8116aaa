/*
 * Copyright 2026 The Thimble Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.thimble.compressor.sensitivity;

import java.util.List;

/**
 * Second derivatives of the mean training loss with respect to the weights (not the biases), on
 * {@code samples} training images.
 *
 * @param samples images whose mean loss is differentiated
 * @param topEigenvalue the largest eigenvalue in magnitude of the whole network's Hessian
 * @param correlations how far the prediction can be trusted on this network
 */
public record Curvature(
    int samples,
    double topEigenvalue,
    List<LayerCurvature> layers,
    List<RankCorrelation> correlations) {

  public Curvature {
    Checks.atLeast("samples", 1, samples);
    Checks.finite("an eigenvalue", topEigenvalue);
    layers = Checks.list("layers", layers);
    correlations = Checks.list("correlations", correlations);
  }

  /**
   * A layer's own block of the Hessian.
   *
   * @param layer its name
   * @param weights number n of its weights
   * @param topEigenvalue the largest in magnitude, by power iteration
   * @param residual {@code |H v − λ v| / |λ|} of the last iterate: how far the eigenvalue may be
   *     off, relatively; 0 is exact
   * @param iterations Hessian-vector products that it took
   * @param trace estimate of the sum of all eigenvalues (Hutchinson)
   * @param traceStandardError its standard error over the probes
   * @param probes random vectors of the estimate
   * @param meanTrace {@code trace / n}
   * @param predictions one a width
   */
  public record LayerCurvature(
      String layer,
      int weights,
      double topEigenvalue,
      double residual,
      int iterations,
      double trace,
      double traceStandardError,
      int probes,
      double meanTrace,
      List<Prediction> predictions) {

    public LayerCurvature {
      Checks.named("a layer", layer);
      Checks.finite("an eigenvalue", topEigenvalue);
      Checks.notNegative("a residual", residual);
      Checks.finite("a trace", trace);
      Checks.notNegative("a standard error", traceStandardError);
      predictions = Checks.list("predictions", predictions);
    }
  }

  /**
   * What curvature says about a width beside what the sweep measured.
   *
   * @param bits of this layer's weights, all others at full precision
   * @param squaredError {@code |Q(w) − w|²} summed over the layer
   * @param predicted {@code meanTrace · squaredError}, HAWQ-V2's measure in nats; the second-order
   *     term of the loss is half of it
   * @param measured rise of the mean loss in nats on the validation images
   */
  public record Prediction(int bits, double squaredError, double predicted, double measured) {

    public Prediction {
      Checks.notNegative("a squared error", squaredError);
      Checks.finite("a prediction", predicted);
      Checks.finite("a loss increase", measured);
    }
  }

  /**
   * Spearman's rank correlation of predicted and measured loss increases.
   *
   * @param bits the width whose layers are compared; 0 for all widths and layers together
   * @param pairs number of pairs
   * @param rho in [−1, 1]; null where one side is constant
   */
  public record RankCorrelation(int bits, int pairs, Double rho) {

    public RankCorrelation {
      if (rho != null && !(rho >= -1 && rho <= 1)) {
        throw new IllegalArgumentException("a rank correlation must be in [-1, 1], found " + rho);
      }
    }
  }
}
