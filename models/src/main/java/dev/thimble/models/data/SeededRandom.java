/*
 * Copyright 2026 The Thimble Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.thimble.models.data;

/**
 * SplitMix64 (Steele, Lea, Flood: "Fast splittable pseudorandom number generators", OOPSLA 2014).
 *
 * <p>The project's own copy, so that a seed means the same numbers on every JDK. Not thread-safe.
 */
public final class SeededRandom {
  private static final long GOLDEN_GAMMA = 0x9e3779b97f4a7c15L;
  private static final double DOUBLE_UNIT = 0x1.0p-53;

  private long state;

  public SeededRandom(long seed) {
    state = seed;
  }

  /** A generator for one part of the work (an epoch, an image), independent of those for others. */
  public static SeededRandom forPart(long seed, long... path) {
    long mixed = seed;
    for (long step : path) {
      // What a generator seeded with the last number gives as its step-th.
      mixed = mix(mixed + GOLDEN_GAMMA * (step + 1));
    }
    return new SeededRandom(mixed);
  }

  public long nextLong() {
    state += GOLDEN_GAMMA;
    return mix(state);
  }

  /** Uniform in [0, bound), without bias. */
  public int nextInt(int bound) {
    if (bound <= 0) {
      throw new IllegalArgumentException("bound must be positive, got " + bound);
    }
    while (true) {
      long bits = nextLong() >>> 33;
      long value = bits % bound;
      if (bits - value + (bound - 1) < 1L << 31) {
        return (int) value;
      }
    }
  }

  /** Uniform in [0, 1). */
  public double nextDouble() {
    return (nextLong() >>> 11) * DOUBLE_UNIT;
  }

  /** Uniform in [-limit, limit). */
  public double nextSymmetric(double limit) {
    return (2 * nextDouble() - 1) * limit;
  }

  /** The numbers 0 … count - 1 in random order (Fisher-Yates). */
  public int[] permutation(int count) {
    int[] order = new int[count];
    for (int i = 0; i < count; i++) {
      int other = nextInt(i + 1);
      order[i] = order[other];
      order[other] = i;
    }
    return order;
  }

  private static long mix(long z) {
    z = (z ^ (z >>> 30)) * 0xbf58476d1ce4e5b9L;
    z = (z ^ (z >>> 27)) * 0x94d049bb133111ebL;
    return z ^ (z >>> 31);
  }
}
