/*
 * Copyright 2026 The Thimble Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.thimble.compressor.entropy;

/** How often each of the symbols 0 … size − 1 occurs. */
public final class Histogram {
  private static final double LN_2 = Math.log(2);

  private final long[] counts;
  private long total;

  public Histogram(int size) {
    counts = new long[size];
  }

  public void add(int symbol) {
    add(symbol, 1);
  }

  public void add(int symbol, long times) {
    counts[symbol] += times;
    total += times;
  }

  public int size() {
    return counts.length;
  }

  public long count(int symbol) {
    return counts[symbol];
  }

  /** Number of symbols counted, repetitions included. */
  public long total() {
    return total;
  }

  /** Number of different symbols counted. */
  public int distinct() {
    int distinct = 0;
    for (long count : counts) {
      distinct += count > 0 ? 1 : 0;
    }
    return distinct;
  }

  /**
   * {@code Σ count · log2(total / count)}: the bits that no code of independent symbols with these
   * frequencies can go below.
   */
  public double entropyBits() {
    double bits = 0;
    for (long count : counts) {
      if (count > 0) {
        bits += count * Math.log((double) total / count) / LN_2;
      }
    }
    return bits;
  }
}
