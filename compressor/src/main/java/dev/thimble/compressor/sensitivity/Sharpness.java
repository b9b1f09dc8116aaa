/*
 * Copyright 2026 The Thimble Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.thimble.compressor.sensitivity;

import java.util.List;

/**
 * How much the mean loss of {@code samples} training images rises at the worst place of a ball
 * around the weights and biases, to first order as in SAM: {@code L(w + ρ g / |g|) − L(w)}, g the
 * gradient.
 *
 * @param samples images whose mean loss is looked at
 * @param loss L(w) in nats
 * @param gradientNorm |g|
 * @param points one a radius, ascending
 */
public record Sharpness(
    int samples, double loss, double gradientNorm, List<SharpnessPoint> points) {

  public Sharpness {
    Checks.atLeast("samples", 1, samples);
    Checks.notNegative("a loss", loss);
    Checks.notNegative("a gradient's norm", gradientNorm);
    points = Checks.list("points", points);
  }

  /**
   * One radius.
   *
   * @param rho ρ, in the unit of the weights
   * @param loss loss at the ball's worst place, in nats
   * @param increase {@code loss − L(w)}: the sharpness
   * @param error error there on the same images, in [0, 1]
   */
  public record SharpnessPoint(double rho, double loss, double increase, double error) {

    public SharpnessPoint {
      Checks.notNegative("a radius", rho);
      Checks.notNegative("a loss", loss);
      Checks.finite("a loss increase", increase);
      Checks.share("an error", error);
    }
  }
}
