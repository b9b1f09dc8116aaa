/*
 * Copyright 2026 The Thimble Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.thimble.compressor.sensitivity.analysis;

import dev.thimble.compressor.dl4j.LossGradient;
import dev.thimble.compressor.sensitivity.Sharpness;
import dev.thimble.compressor.sensitivity.Sharpness.SharpnessPoint;
import java.util.ArrayList;
import java.util.List;

/**
 * The loss at the worst place of a ball around the parameters, to first order: {@code L(w + ρ g /
 * |g|)} (Foret et al., "Sharpness-aware minimization", 2021, <a
 * href="https://arxiv.org/abs/2010.01412">arXiv:2010.01412</a>).
 */
final class SharpnessAnalysis {
  private static final List<Double> RADII = List.of(0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1.0, 2.0);

  private final LossGradient loss;

  SharpnessAnalysis(LossGradient loss) {
    this.loss = loss;
  }

  /** Gradients that {@link #run} takes. */
  static int gradients() {
    return 1 + RADII.size();
  }

  Sharpness run(Progress progress) throws InterruptedException {
    LossGradient.Evaluation here = loss.evaluate(loss.parameters());
    double[] slope = here.slope().toArray();
    double squares = 0;
    for (double value : slope) {
      squares += value * value;
    }
    double norm = Math.sqrt(squares);
    List<SharpnessPoint> points = new ArrayList<>();
    for (double radius : RADII) {
      double[] at = loss.parameters();
      for (int i = 0; i < at.length && norm > 0; i++) {
        at[i] += radius * slope[i] / norm;
      }
      LossGradient.Evaluation there = loss.evaluate(at);
      points.add(
          new SharpnessPoint(radius, there.loss(), there.loss() - here.loss(), loss.error(at)));
      progress.step(points.size(), RADII.size());
    }
    return new Sharpness(loss.samples(), here.loss(), norm, points);
  }
}
