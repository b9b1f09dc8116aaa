/*
 * Copyright 2026 The Thimble Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.thimble.models.training;

/**
 * Sharpness-aware minimisation: a step's gradient is taken where the loss is about highest within
 * the distance ρ, at {@code w + ρ · g / ‖g‖₂} with the gradient g at the weights w, and applied to
 * w (Foret et al., ICLR 2021, <a href="https://arxiv.org/abs/2010.01412">arXiv:2010.01412</a>).
 * Twice the work of a plain step.
 *
 * @param radius ρ, in [0, 10]; 0 for plain steps
 */
public record SharpnessAwareness(double radius) {

  /** Plain steps. */
  public static final SharpnessAwareness NONE = new SharpnessAwareness(0);

  private static final double MAX_RADIUS = 10;

  public SharpnessAwareness {
    if (!(radius >= 0 && radius <= MAX_RADIUS)) {
      throw new IllegalArgumentException(
          "the SAM radius must be in [0, " + MAX_RADIUS + "], found " + radius);
    }
  }

  /** Whether there is anything to do. */
  public boolean isOn() {
    return radius > 0;
  }

  /**
   * What to multiply a gradient by to get the way to the worst point nearby.
   *
   * @param norm the gradient's Euclidean norm
   * @return ρ / norm, or 0 for a gradient of zeros
   */
  public double factor(double norm) {
    return norm == 0 ? 0 : radius / norm;
  }
}
