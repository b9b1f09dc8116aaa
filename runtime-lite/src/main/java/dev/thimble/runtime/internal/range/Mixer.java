/*
 * Copyright 2026 The Thimble Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.thimble.runtime.internal.range;

/**
 * Weighs log-odds of different origin into one probability, and learns the weights: logistic mixing
 * (Mahoney, <a href="https://mattmahoney.net/dc/dce.html">Data Compression Explained</a>, 4.3.2).
 */
final class Mixer {

  /** Largest log-odds: a probability of 1 - 2^-12. */
  private static final int LIMIT = 12 * 256 - 1;

  /** Below this probability, 2^-16, zeros are so frequent that one in eight teaches enough. */
  private static final int RARE = 4096;

  /** 2^(1/256) in units of 2^-30. */
  private static final long STEP = 1076653033;

  private static final int[] SMALL = new int[LIMIT + 1]; // 2^16 / (1 + 2^(i / 256))

  static {
    long power = 1L << 46;
    for (int i = 0; i <= LIMIT; i++) {
      SMALL[i] = (int) ((1L << 32) / (65536 + (power >> 30)));
      power += (power >> 30) * (STEP - (1 << 30));
    }
  }

  private final int fast;
  private final int slow;
  private int weightA; // units of 2^-16
  private int weightB;
  private int weightC;
  private int weightD;
  private int weightE;
  private int seen;

  /**
   * Creates a mixer.
   *
   * @param fast the first step of learning
   * @param slow the smallest step
   * @param a the first weight in units of 1/16, and so on
   */
  Mixer(int fast, int slow, int a, int b, int c, int d, int e) {
    this.fast = fast;
    this.slow = slow;
    weightA = a << 12;
    weightB = b << 12;
    weightC = c << 12;
    weightD = d << 12;
    weightE = e << 12;
  }

  /**
   * Codes a decision.
   *
   * @param a log-odds in units of 1/256 bit, and so on
   */
  int code(BinaryCoder coder, int bit, int a, int b, int c, int d, int e) {
    long odds =
        (long) weightA * a
                + (long) weightB * b
                + (long) weightC * c
                + (long) weightD * d
                + (long) weightE * e
            >> 16;
    int one = odds < 0 ? SMALL[size(-odds)] : 65536 - SMALL[size(odds)];
    int coded = coder.code(bit, one);
    int error = (coded << 16) - one;
    if (error > 0 || error < -RARE) {
      learn(error, a, b, c, d, e);
    } else if ((seen & 7) == 0) {
      learn(error << 3, a, b, c, d, e);
    }
    seen++;
    return coded;
  }

  private static int size(long odds) {
    return odds < LIMIT ? (int) odds : LIMIT;
  }

  /** A step against the gradient of the cost; steps shrink with the root of their number. */
  private void learn(int error, int a, int b, int c, int d, int e) {
    int halvings = 31 - Integer.numberOfLeadingZeros(1 + (seen >> 7));
    int step = Math.max(slow, ((halvings & 1) == 0 ? fast : fast * 181 / 256) >> (halvings >> 1));
    weightA += ((error * a >> 10) * step) >> 14;
    weightB += ((error * b >> 10) * step) >> 14;
    weightC += ((error * c >> 10) * step) >> 14;
    weightD += ((error * d >> 10) * step) >> 14;
    weightE += ((error * e >> 10) * step) >> 14;
  }
}
