/*
 * Copyright 2026 The Thimble Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.thimble.compressor.entropy;

/**
 * Golomb–Rice coding of biases without their common low zeros: of {@code zigzag(bias >> shift)} the
 * quotient by {@code 2^parameter} in unary, then the remainder.
 */
final class BiasCode {
  private static final int MAX_SHIFT = 24;
  private static final int MAX_PARAMETER = 24;
  private static final int MAX_QUOTIENT = 64;

  private final int[] values; // zigzag of the shifted biases, as unsigned numbers
  private final int shift;
  private final int parameter; // −1 if none is possible

  /** The cheapest code of these biases. */
  BiasCode(int[] biases) {
    shift = commonZeros(biases);
    values = new int[biases.length];
    for (int i = 0; i < biases.length; i++) {
      values[i] = ByteWriter.zigzag(biases[i] >> shift);
    }
    int best = -1;
    long bestBits = Long.MAX_VALUE;
    for (int candidate = 0; candidate <= MAX_PARAMETER; candidate++) {
      long cost = bits(candidate);
      if (cost < bestBits) {
        best = candidate;
        bestBits = cost;
      }
    }
    parameter = best;
  }

  /** Number of low bits that are 0 in all biases, at most as many as a file can say. */
  static int commonZeros(int[] biases) {
    int bits = 0;
    for (int bias : biases) {
      bits |= bias;
    }
    return bits == 0 ? 0 : Math.min(MAX_SHIFT, Integer.numberOfTrailingZeros(bits));
  }

  /** Whether the format can express the biases. */
  boolean isPossible() {
    return parameter >= 0;
  }

  int shift() {
    return shift;
  }

  int parameter() {
    return parameter;
  }

  long bits() {
    return bits(parameter);
  }

  /** Bits with a parameter, or the maximum if a quotient is not allowed. */
  private long bits(int candidate) {
    long bits = 0;
    for (int value : values) {
      int quotient = value >>> candidate;
      if (quotient > MAX_QUOTIENT) {
        return Long.MAX_VALUE;
      }
      bits += quotient + 1 + candidate;
    }
    return bits;
  }

  void write(BitWriter bits) {
    for (int value : values) {
      bits.writeUnary(value >>> parameter);
      bits.write(value & ((1 << parameter) - 1), parameter);
    }
  }
}
