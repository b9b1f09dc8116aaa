/*
 * Copyright 2026 The Thimble Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.thimble.compressor.quantize;

/**
 * Fixed-point factors {@code m / 2^shift}, one for a layer or one for each output channel, and the
 * one rounding rule: {@code R(a) = (a · m + 2^(shift − 1)) >> shift}, half up.
 */
public final class Multipliers {
  /** Bits of the largest multiplier: the relative error of a factor stays below 2⁻¹³. */
  static final int BITS = 14;

  static final int MAX_SHIFT = 62;

  private final int[] values;
  private final boolean perChannel;
  private final int shift;

  private Multipliers(int[] values, boolean perChannel, int shift) {
    this.values = values;
    this.perChannel = perChannel;
    this.shift = shift;
  }

  /** Multipliers as they stand in a file. */
  public static Multipliers of(int[] values, boolean perChannel, int shift) {
    if (shift < 0 || shift > MAX_SHIFT) {
      throw new IllegalArgumentException(
          "a shift must lie in 0 ... " + MAX_SHIFT + ", found " + shift);
    }
    if (values.length == 0 || !perChannel && values.length != 1) {
      throw new IllegalArgumentException("found " + values.length + " multipliers for a layer");
    }
    for (int value : values) {
      if (value < 0) {
        throw new IllegalArgumentException("a multiplier must not be negative, found " + value);
      }
    }
    return new Multipliers(values.clone(), perChannel, shift);
  }

  /** The nearest multipliers to positive real factors, the largest one having all its bits. */
  static Multipliers fit(double[] factors, boolean perChannel) {
    double largest = 0;
    for (double factor : factors) {
      largest = Math.max(largest, factor);
    }
    int shift = 0;
    double power = 1;
    while (shift < MAX_SHIFT && Math.floor(largest * power * 2 + 0.5) < 1 << BITS) {
      shift++;
      power *= 2;
    }
    if (largest * power >= 1 << BITS || largest * power < 1) {
      throw new IllegalArgumentException(
          "a layer's scales make a factor of "
              + largest
              + ", which no 31-bit multiplier and shift can express");
    }
    return new Multipliers(rounded(factors, power), perChannel, shift);
  }

  /** Multipliers whose largest stands for a factor just below 1, for the scores. */
  static Multipliers fitBelowOne(double[] factors) {
    double largest = 0;
    for (double factor : factors) {
      largest = Math.max(largest, factor);
    }
    int[] values = rounded(factors, ((1 << BITS) - 1) / largest);
    return new Multipliers(values, true, BITS);
  }

  private static int[] rounded(double[] factors, double power) {
    int[] values = new int[factors.length];
    for (int i = 0; i < values.length; i++) {
      values[i] = (int) Math.max(1, Math.floor(factors[i] * power + 0.5));
    }
    return values;
  }

  public int shift() {
    return shift;
  }

  public boolean isPerChannel() {
    return perChannel;
  }

  /** Number of different multipliers: 1 or the number of output channels. */
  public int count() {
    return values.length;
  }

  /** The multiplier of output channel {@code row}. */
  public int get(int row) {
    return perChannel ? values[row] : values[0];
  }

  /** The largest multiplier. */
  int max() {
    int max = 0;
    for (int value : values) {
      max = Math.max(max, value);
    }
    return max;
  }

  /** {@code R(accumulator, m, shift)}; below 2⁶² + 2⁶¹ in between, so exact. */
  long scale(int accumulator, int row) {
    long half = shift > 0 ? 1L << (shift - 1) : 0;
    return ((long) accumulator * get(row) + half) >> shift;
  }
}
