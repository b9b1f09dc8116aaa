/*
 * Copyright 2026 The Thimble Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.thimble.compressor.sensitivity.forward;

/** What logits say about one image. */
final class Logits {

  private Logits() {}

  /** The first of the largest. */
  static int best(double[] logits) {
    int best = 0;
    for (int i = 1; i < logits.length; i++) {
      if (logits[i] > logits[best]) {
        best = i;
      }
    }
    return best;
  }

  /** Cross entropy of their softmax in nats, {@code ln Σ exp(z) − z[label]}; at least 0. */
  static double loss(double[] logits, int label) {
    double max = logits[best(logits)];
    double sum = 0;
    for (double logit : logits) {
      sum += Math.exp(logit - max);
    }
    return Math.max(0, Math.log(sum) + max - logits[label]);
  }
}
