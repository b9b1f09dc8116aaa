/*
 * Copyright 2026 The Thimble Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.thimble.compressor.entropy;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * The cheapest prefix code for a histogram with lengths of at most 15 bits, in canonical form (RFC
 * 1951, 3.2.2): shorter codes first, then by symbol.
 *
 * <p>Lengths come from the package-merge algorithm (Larmore and Hirschberg, 1990), which is optimal
 * under the limit; equal weights are taken in the order of their symbols, single symbols before
 * packages, so that the code is a function of the histogram alone.
 */
public final class CanonicalCode {
  /** The longest code. */
  public static final int MAX_LENGTH = 15;

  private final int[] lengths;
  private final int[] codes;

  private CanonicalCode(int[] lengths) {
    this.lengths = lengths;
    this.codes = codes(lengths);
  }

  /** The optimal code for the symbols that occur in {@code histogram}, at least one. */
  public static CanonicalCode of(Histogram histogram) {
    int[] used =
        IntStream.range(0, histogram.size())
            .filter(symbol -> histogram.count(symbol) > 0)
            .boxed()
            .sorted(
                Comparator.<Integer>comparingLong(histogram::count)
                    .thenComparing(Comparator.naturalOrder()))
            .mapToInt(Integer::intValue)
            .toArray();
    if (used.length == 0 || used.length > 1 << MAX_LENGTH) {
      throw new IllegalArgumentException(
          "a code needs 1 ... " + (1 << MAX_LENGTH) + " used symbols, found " + used.length);
    }
    int[] lengths = new int[histogram.size()];
    if (used.length == 1) {
      lengths[used[0]] = 1;
    } else {
      packageMerge(histogram, used, lengths);
    }
    return new CanonicalCode(lengths);
  }

  /**
   * Fills {@code lengths} of the symbols {@code used}, which ascend by count. Level by level, the
   * list of symbols is merged with the packages of two of the level before; the first 2n − 2
   * entries of the last list decide: each symbol is as long as it is often among them.
   */
  private static void packageMerge(Histogram histogram, int[] used, int[] lengths) {
    int n = used.length;
    long[] leaves = Arrays.stream(used).mapToLong(histogram::count).toArray();
    boolean[][] isLeaf = new boolean[MAX_LENGTH][];
    long[] list = leaves;
    isLeaf[0] = new boolean[n];
    Arrays.fill(isLeaf[0], true);
    for (int level = 1; level < MAX_LENGTH; level++) {
      long[] packages = new long[list.length / 2];
      for (int i = 0; i < packages.length; i++) {
        packages[i] = list[2 * i] + list[2 * i + 1];
      }
      isLeaf[level] = new boolean[n + packages.length];
      list = merge(leaves, packages, isLeaf[level]);
    }
    int taken = 2 * n - 2;
    for (int level = MAX_LENGTH - 1; level >= 0; level--) {
      int leafCount = 0;
      for (int i = 0; i < taken; i++) {
        leafCount += isLeaf[level][i] ? 1 : 0;
      }
      for (int i = 0; i < leafCount; i++) {
        lengths[used[i]]++;
      }
      taken = 2 * (taken - leafCount);
    }
  }

  private static long[] merge(long[] leaves, long[] packages, boolean[] isLeaf) {
    long[] merged = new long[isLeaf.length];
    int leaf = 0;
    int pack = 0;
    for (int i = 0; i < merged.length; i++) {
      isLeaf[i] = pack == packages.length || leaf < leaves.length && leaves[leaf] <= packages[pack];
      merged[i] = isLeaf[i] ? leaves[leaf++] : packages[pack++];
    }
    return merged;
  }

  private static int[] codes(int[] lengths) {
    int[] codes = new int[lengths.length];
    int code = 0;
    for (int length = 1; length <= MAX_LENGTH; length++) {
      code <<= 1;
      for (int symbol = 0; symbol < lengths.length; symbol++) {
        if (lengths[symbol] == length) {
          codes[symbol] = code++;
        }
      }
    }
    return codes;
  }

  /** Number of symbols, used or not. */
  public int size() {
    return lengths.length;
  }

  /** Bits of a symbol's code; 0 for one without a code. */
  public int length(int symbol) {
    return lengths[symbol];
  }

  /** A symbol's code, its last bit being the lowest. */
  public int code(int symbol) {
    return codes[symbol];
  }

  /** Appends a symbol that has a code. */
  public void write(BitWriter bits, int symbol) {
    if (lengths[symbol] == 0) {
      throw new IllegalArgumentException("symbol " + symbol + " has no code");
    }
    bits.write(codes[symbol], lengths[symbol]);
  }

  /** Appends the lengths, 4 bits each, from which a reader makes the code again. */
  public void writeLengths(BitWriter bits) {
    for (int length : lengths) {
      bits.write(length, 4);
    }
  }

  /** Bits of all symbols of a histogram in this code. */
  public long bits(Histogram histogram) {
    long bits = 0;
    for (int symbol = 0; symbol < lengths.length; symbol++) {
      bits += histogram.count(symbol) * lengths[symbol];
    }
    return bits;
  }
}
