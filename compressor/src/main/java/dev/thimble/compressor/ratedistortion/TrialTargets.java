/*
 * Copyright 2026 The Thimble Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.thimble.compressor.ratedistortion;

import dev.thimble.compressor.dl4j.Distillation;

/**
 * What the logits of some images are compared with: {@code (1 − α) · CE(y, p) + α · T² · CE(t_T,
 * p_T)} as in training ({@link Distillation}), which is {@code (1 − α) · ln Σ exp z + α · T² · ln Σ
 * exp(z / T)} less a product of the logits z with constants.
 */
final class TrialTargets {
  private final double share;
  private final double temperature;
  private final double[][] constants; // [image][class]

  /**
   * @param labels class of each image
   * @param teacher the teacher's logits {@code [class][image]}; zeros do without distillation
   */
  TrialTargets(int[] labels, float[][] teacher, Distillation distillation) {
    share = distillation.share();
    temperature = distillation.temperature();
    constants = new double[labels.length][teacher.length];
    for (int image = 0; image < labels.length; image++) {
      if (isSoft()) {
        addTeacher(teacher, image);
      }
      constants[image][labels[image]] += 1 - share;
    }
  }

  private void addTeacher(float[][] logits, int image) {
    double total = logSum(logits, image, temperature);
    for (int i = 0; i < logits.length; i++) {
      double probability = Math.exp(logits[i][image] / temperature - total);
      constants[image][i] = share * temperature * probability;
    }
  }

  private boolean isSoft() {
    return share > 0;
  }

  int images() {
    return constants.length;
  }

  /**
   * The loss of an image, in nats.
   *
   * @param logits {@code [class][image]}
   */
  double loss(float[][] logits, int image) {
    double loss = share < 1 ? (1 - share) * logSum(logits, image, 1) : 0;
    if (isSoft()) {
      loss += share * temperature * temperature * logSum(logits, image, temperature);
    }
    for (int i = 0; i < logits.length; i++) {
      loss -= constants[image][i] * logits[i][image];
    }
    return loss;
  }

  /** {@code ln Σ exp(z / T)}. */
  private static double logSum(float[][] logits, int image, double temperature) {
    double max = Double.NEGATIVE_INFINITY;
    for (float[] logit : logits) {
      max = Math.max(max, logit[image]);
    }
    double sum = 0;
    for (float[] logit : logits) {
      sum += Math.exp((logit[image] - max) / temperature);
    }
    return Math.log(sum) + max / temperature;
  }
}
