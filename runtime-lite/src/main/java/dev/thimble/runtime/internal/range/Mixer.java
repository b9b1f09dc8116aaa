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

  /** Log-odds in units of 1/256 bit. */
  final int[] inputs;

  private final int[] weights; // units of 2^-16
  private final int fast;
  private final int slow;
  private int seen;

  /**
   * Creates a mixer.
   *
   * @param fast the first step of learning
   * @param slow the smallest step
   * @param weights first weights in units of 1/16
   */
  Mixer(int fast, int slow, int... weights) {
    this.fast = fast;
    this.slow = slow;
    this.weights = weights;
    inputs = new int[weights.length];
    for (int i = 0; i < weights.length; i++) {
      weights[i] <<= 12;
    }
  }

  /** Returns the probability of log-odds, in units of 2^-16: 16 to 65,520. */
  private static int probability(long odds) {
    int size = (int) Math.min(LIMIT, Math.abs(odds));
    return odds < 0 ? SMALL[size] : 65536 - SMALL[size];
  }

  int code(BinaryCoder coder, int bit) {
    int[] x = inputs;
    int[] w = weights;
    long odds = 0;
    for (int i = 0; i < x.length; i++) {
      odds += (long) w[i] * x[i];
    }
    int one = probability(odds >> 16);
    int coded = coder.code(bit, one);
    int error = (coded << 16) - one;
    if (error > 0 || error < -RARE) {
      learn(error);
    } else if ((seen & 7) == 0) {
      learn(error << 3);
    }
    seen++;
    return coded;
  }

  /** A step against the gradient of the cost; steps shrink with the root of their number. */
  private void learn(int error) {
    int halvings = 31 - Integer.numberOfLeadingZeros(1 + (seen >> 7));
    int step = Math.max(slow, ((halvings & 1) == 0 ? fast : fast * 181 / 256) >> (halvings >> 1));
    for (int i = 0; i < inputs.length; i++) {
      weights[i] += ((error * inputs[i] >> 10) * step) >> 14;
    }
  }
}
