/*
 * Copyright 2026 The Thimble Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.thimble.compressor.dl4j;

import org.deeplearning4j.nn.conf.layers.BatchNormalization;

/**
 * Batch normalization with its running statistics, {@code y = γ · (x − mean) / √(variance + ε) + β}
 * a channel (Ioffe and Szegedy, 2015, <a
 * href="https://arxiv.org/abs/1502.03167">arXiv:1502.03167</a>), folded into the layer before it:
 * with {@code f = γ / √(variance + ε)}, {@code w' = f · w} and {@code b' = f · (b − mean) + β}.
 *
 * <p>In the file stand γ and β unless they are fixed, the mean, and the variance or the decimal
 * logarithm of the deviation.
 */
record Normalization(
    String name,
    long channels,
    boolean fixed,
    double gamma,
    double beta,
    double epsilon,
    boolean logarithmic) {

  static Normalization of(String name, BatchNormalization layer) {
    return new Normalization(
        name,
        layer.getNOut(),
        layer.isLockGammaBeta(),
        layer.getGamma(),
        layer.getBeta(),
        layer.getEps(),
        layer.isUseLogStd());
  }

  /** Number of parameters in the file. */
  long parameters() {
    return (fixed ? 2 : 4) * channels;
  }

  /** Takes the next parameters of the file and changes weights {@code [channels, …]} and biases. */
  void fold(Coefficients coefficients, float[] weights, float[] bias) throws ModelReadException {
    float[] gammas = fixed ? null : next(coefficients, "gamma");
    float[] betas = fixed ? null : next(coefficients, "beta");
    float[] means = next(coefficients, "mean");
    float[] spreads = next(coefficients, logarithmic ? "log10 of the deviation" : "variance");
    int columns = weights.length / bias.length;
    for (int c = 0; c < bias.length; c++) {
      double factor = (fixed ? gamma : gammas[c]) / deviation(c, spreads[c]);
      for (int i = c * columns; i < (c + 1) * columns; i++) {
        weights[i] = (float) (weights[i] * factor);
      }
      bias[c] = (float) (factor * ((double) bias[c] - means[c]) + (fixed ? beta : betas[c]));
    }
  }

  private double deviation(int channel, float spread) throws ModelReadException {
    double root = logarithmic ? StrictMath.pow(10, spread) : 0;
    double variance = (logarithmic ? root * root : spread) + epsilon;
    if (!(variance > 0)) {
      throw new ModelReadException(
          "layer " + name, "a variance above 0", variance + " for channel " + channel);
    }
    return Math.sqrt(variance);
  }

  private float[] next(Coefficients coefficients, String what) throws ModelReadException {
    float[] values = coefficients.next((int) channels);
    for (int c = 0; c < values.length; c++) {
      if (!Float.isFinite(values[c])) {
        throw new ModelReadException(
            "layer " + name, "a finite " + what, values[c] + " for channel " + c);
      }
    }
    return values;
  }
}
