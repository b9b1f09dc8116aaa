/*
 * Copyright 2026 The Thimble Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.thimble.runtime.internal.range;

/**
 * Codes one binary decision after the other, and what is made of decisions: such that adapt to what
 * was seen in their context, and numbers of any size. A reader decodes, a writer is told; both give
 * back what was decided.
 *
 * <p>The state of an adaptive decision is an int: the probability of 1 less one half, in units of
 * 2^-16, in the upper 24 bits, and how often it was made in the lower 8; 0 is a fresh one.
 */
public abstract class BinaryCoder {

  /** States that a kind of number takes. */
  static final int NUMBER = 64;

  /** Decisions that a number's states remember. */
  private static final int MEMORY = 30;

  private static final int SECOND_BITS = 32;
  private static final int HALF = 1 << 15;
  private static final byte[] LOG = new byte[256]; // 256 log2(1 + i / 256)

  static {
    for (int i = 0; i < 256; i++) {
      long square = (256L + i) << 22;
      for (int bit = 0; bit < 8; bit++) {
        square = (square * square) >> 30;
        int carry = (int) (square >> 31);
        square >>= carry;
        LOG[i] = (byte) (2 * LOG[i] + carry);
      }
    }
  }

  /**
   * Codes a decision.
   *
   * @param bit what a writer writes; a reader does not look at it
   * @param one the probability of 1 in units of 2^-16, 16 to 65,520
   * @return what was written or read, 0 or 1
   */
  public abstract int code(int bit, int one);

  /**
   * Returns 256 log2 of a number of at least 1, rounded down, from its nine highest bits; in
   * integers alone, so that it is the same on every device.
   */
  static int log(long x) {
    int zeros = Long.numberOfLeadingZeros(x);
    return ((63 - zeros) << 8) + (LOG[(int) ((x << zeros) >>> 55) & 255] & 255);
  }

  /**
   * Codes a decision with the mean of its context, or with that of the last {@code memory}
   * decisions once there were so many.
   */
  int adapt(int bit, int[] states, int context, int memory) {
    int one = (states[context] >> 8) + HALF;
    int seen = states[context] & 255;
    int coded = code(bit, Math.max(16, Math.min(65520, one)));
    one += ((coded << 16) - one) / (seen + 2);
    states[context] = (one - HALF) << 8 | Math.min(memory, seen + 1);
    return coded;
  }

  /**
   * Codes an unsigned number below {@code 2^(longest + 1) - 1}: how many bits follow the first of
   * the number plus 1, in unary, then these bits, of which the first adapts too.
   */
  int number(int value, int longest, int[] states, int kind) {
    int length = 0;
    int goal = 31 - Integer.numberOfLeadingZeros(value + 1);
    int first = kind * NUMBER;
    while (length < longest && adapt(length < goal ? 1 : 0, states, first + length, MEMORY) == 1) {
      length++;
    }
    int number = 1;
    for (int i = length - 1; i >= 0; i--) {
      int bit = ((value + 1) >> i) & 1;
      boolean adapts = i == length - 1;
      number <<= 1;
      number |= adapts ? adapt(bit, states, first + SECOND_BITS + length, MEMORY) : code(bit, HALF);
    }
    return number - 1;
  }

  /** Codes a number of either sign that is not -2^31. */
  int signed(int value, int[] states, int kind) {
    int zigzag = number((value << 1) ^ (value >> 31), 31, states, kind);
    return (zigzag >>> 1) ^ -(zigzag & 1);
  }
}
