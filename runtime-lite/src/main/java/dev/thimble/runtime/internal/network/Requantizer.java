/*
 * Copyright 2026 The Thimble Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.thimble.runtime.internal.network;

/**
 * From an accumulator to the next activation, or to a score: {@code clamp(Z + R(acc, m, t), lower,
 * upper)} with {@code R(a, m, t) = (a m + half) >> t}, rounding half up ({@code quantization.md},
 * the one rounding rule).
 *
 * <p>{@code |acc| < 2^31}, {@code m < 2^31} and {@code t <= 62}: the product and the half stay
 * below 2^63.
 */
public final class Requantizer {

  private final int[] multipliers; // [1 or channels]
  private final int[] negatives; // as multipliers for accumulators below 0, or null: the same

  /** t: 0 to 62. */
  public final int shift;

  /** Half of {@code 2^t}; 0 for {@code t = 0}. */
  public final long half;

  /** The output that stands for real 0. */
  public final int zero;

  public final int lower;
  public final int upper;

  private Requantizer(
      int[] multipliers, int[] negatives, int shift, int zero, int lower, int upper) {
    this.multipliers = multipliers;
    this.negatives = negatives;
    this.shift = shift;
    this.half = shift > 0 ? 1L << (shift - 1) : 0;
    this.zero = zero;
    this.lower = lower;
    this.upper = upper;
  }

  /**
   * The requantization of a hidden layer. The arrays have one element or one a channel, and are not
   * copied.
   *
   * @param negatives multipliers for accumulators below 0 (leaky ReLU), or null
   */
  public static Requantizer hidden(
      int[] multipliers, int[] negatives, int shift, int zero, int lower, int upper) {
    return new Requantizer(multipliers, negatives, shift, zero, lower, upper);
  }

  /** Scores that are the accumulators. */
  public static Requantizer plainScores() {
    return new Requantizer(new int[] {1}, null, 0, 0, Integer.MIN_VALUE, Integer.MAX_VALUE);
  }

  /** Scores with a multiplier a channel, which is not copied. */
  public static Requantizer scaledScores(int[] multipliers, int shift) {
    return new Requantizer(multipliers, null, shift, 0, Integer.MIN_VALUE, Integer.MAX_VALUE);
  }

  /** Returns the output of one accumulator. */
  public int apply(int channel, int accumulator) {
    long multiplier = accumulator < 0 ? negativeMultiplier(channel) : multiplier(channel);
    long rounded = (accumulator * multiplier + half) >> shift;
    return (int) Math.max(lower, Math.min(upper, zero + rounded));
  }

  /** Returns whether the outputs are scores, which are not clamped. */
  public boolean isScore() {
    return upper == Integer.MAX_VALUE;
  }

  /**
   * Returns the multiplier of a channel's accumulators of 0 and above; 1 where the accumulator is
   * the score.
   */
  public int multiplier(int channel) {
    return multipliers[multipliers.length == 1 ? 0 : channel];
  }

  /** Returns whether accumulators below 0 have multipliers of their own. */
  public boolean isLeaky() {
    return negatives != null;
  }

  /** Returns the multiplier of a channel's accumulators below 0. */
  public int negativeMultiplier(int channel) {
    return negatives == null ? multiplier(channel) : negatives[negatives.length == 1 ? 0 : channel];
  }

  /**
   * Returns {@code R} of a bound on the accumulator's magnitude: no result before clamping is
   * larger.
   */
  public long bound(int channel, long accumulatorBound) {
    return (accumulatorBound * multiplier(channel) + half) >> shift;
  }
}
