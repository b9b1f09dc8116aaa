/*
 * Copyright 2026 The Thimble Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.thimble.runtime.internal.kernel;

/**
 * Softmax in fixed point ({@code quantization.md}, Softmax): {@code exp(-d S) = 2^(-d S log2 e)},
 * the exponent in Q16 steps, the power of two from a table of 32 steps with linear interpolation.
 * Every operation is an integer one, so the result is the same everywhere; it differs from the real
 * softmax by less than 2^-13.
 */
public final class Softmax {

  /** The probability 1. */
  public static final int ONE = 1 << 16;

  /** log2 e in Q30. */
  private static final long LOG2_E = 1_549_082_005L;

  private static final int TABLE_BITS = 5;
  private static final int FRACTION_BITS = 16 - TABLE_BITS;

  /** 2^(-i/32) in Q16, for i = 0 to 32. */
  private static final int[] POWERS = {
    65536, 64132, 62757, 61413, 60097, 58809, 57549, 56316, 55109, 53928, 52773, 51642, 50535,
        49452, 48393, 47356,
    46341, 45348, 44376, 43425, 42495, 41584, 40693, 39821, 38968, 38133, 37316, 36516, 35734,
        34968, 34219, 33486,
    32768
  };

  private final long multiplier;
  private final int shift;

  /**
   * Prepares the exponent's multiplier from the scale's bits.
   *
   * @param scale real value of one step of a score; finite and above 0
   */
  public Softmax(float scale) {
    int bits = Float.floatToIntBits(scale);
    int biased = bits >>> 23;
    long mantissa =
        biased == 0
            ? bits
            : bits & 0x7FFFFF | 0x800000; // scale = mantissa 2^(max(biased, 1) - 150)
    multiplier = mantissa * LOG2_E >> 24; // below 2^30.53
    shift = 140 - Math.max(biased, 1); // exponent in Q16 = d multiplier 2^-shift
  }

  /**
   * Computes the probabilities of scores.
   *
   * @param probabilities receives Q16 numbers, 0 to 65,536 each
   */
  public void run(int[] scores, int count, int[] probabilities) {
    int maximum = scores[0];
    for (int i = 1; i < count; i++) {
      maximum = Math.max(maximum, scores[i]);
    }
    long sum = 0;
    for (int i = 0; i < count; i++) {
      int power = power((long) maximum - scores[i]);
      probabilities[i] = power;
      sum += power;
    }
    for (int i = 0; i < count; i++) {
      probabilities[i] = (int) ((((long) probabilities[i] << 16) + sum / 2) / sum);
    }
  }

  /** Returns {@code exp(-d S)} in Q16 for {@code d} of 0 to 2^32 - 1. */
  private int power(long d) {
    if (d == 0) {
      return ONE;
    }
    if (shift < 0
        || shift > 62) { // one step is over 2^14, or even d = 2^32 stays below half a step of Q16
      return shift < 0 ? 0 : ONE;
    }
    long exponent = (d * multiplier + (shift > 0 ? 1L << (shift - 1) : 0)) >> shift;
    long halvings = exponent >> 16;
    if (halvings > 17) {
      return 0;
    }
    int fraction = (int) exponent & 0xFFFF;
    int index = fraction >> FRACTION_BITS;
    int step = POWERS[index] - POWERS[index + 1];
    int rest = fraction & ((1 << FRACTION_BITS) - 1);
    int mantissa = POWERS[index] - ((step * rest + (1 << (FRACTION_BITS - 1))) >> FRACTION_BITS);
    int k = (int) halvings;
    return (mantissa + (k > 0 ? 1 << (k - 1) : 0)) >> k;
  }
}
