/*
 * Copyright 2026 The Thimble Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.thimble.runtime.internal.network;

/**
 * Residual addition of the previous tensor a and an earlier one b of the same shape: {@code clamp(Z
 * + (((a - Za) ma + (b - Zb) mb + half) >> t), lower, 255)}. Multipliers are below 2^24, so the sum
 * and the half stay below 2^63.
 */
public final class AdditionLayer extends Layer {

  /** The tensor b: 0 is the image, i + 1 the output of layer i. */
  public final int other;

  private final int previousZero;
  private final int otherZero;
  private final int previousMultiplier;
  private final int otherMultiplier;
  private final int shift;
  private final boolean relu;

  public AdditionLayer(
      Shape shape,
      int other,
      int previousZero,
      int otherZero,
      int outputZero,
      int previousMultiplier,
      int otherMultiplier,
      int shift,
      boolean relu) {
    super("add", "add", shape, shape, outputZero);
    this.other = other;
    this.previousZero = previousZero;
    this.otherZero = otherZero;
    this.previousMultiplier = previousMultiplier;
    this.otherMultiplier = otherMultiplier;
    this.shift = shift;
    this.relu = relu;
  }

  /** Returns the sum of one cell of the previous tensor and one of the other. */
  public int apply(int previous, int otherValue) {
    long sum =
        (long) (previous - previousZero) * previousMultiplier
            + (long) (otherValue - otherZero) * otherMultiplier
            + (shift > 0 ? 1L << (shift - 1) : 0);
    return (int) Math.max(relu ? outputZero : 0, Math.min(255, outputZero + (sum >> shift)));
  }

  @Override
  public long operations(Weights weights) {
    return output.size();
  }
}
