/*
 * Copyright 2026 The Thimble Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.thimble.runtime.internal.kernel;

import java.util.Arrays;

/**
 * The inner loops: {@code y[j] += a[j] s} for a few arrays at a time.
 *
 * <p>C2 vectorises them on JDK 17 and 25 in exactly this shape: ints only (bytes are not; shorts
 * are, but no faster than ints that hold two sums), the same index in all arrays (it cannot know
 * that {@code y[j]} and {@code a[j + 1]} are different cells), at most five arrays. Measured on
 * 256-bit vectors: 13 to 17 multiply-accumulates a nanosecond from 64 lanes on, where one array a
 * pass reaches 9 and bytes 2.
 *
 * <p>Whatever overflows on the way: sums of ints are exact modulo 2^32, and the accumulator as a
 * whole stays below 2^31 (checked at load).
 */
final class Lanes {

  /** Arrays of a pass. */
  static final int PASS = 4;

  private Lanes() {}

  /**
   * Adds some of several arrays.
   *
   * @param entries what to add, {@code index << 8 | factor}, the factors 0 to 255; room for {@link
   *     #PASS} more, which are overwritten
   */
  static void add(int[] y, int[][] arrays, int[] entries, int count, int from, int to) {
    Arrays.fill(entries, count, count + PASS, 0); // the first array times 0
    for (int i = 0; i < count; i += PASS) {
      int a = entries[i];
      int b = entries[i + 1];
      int c = entries[i + 2];
      int d = entries[i + 3];
      add(
          y,
          arrays[a >> 8],
          arrays[b >> 8],
          arrays[c >> 8],
          arrays[d >> 8],
          a & 0xFF,
          b & 0xFF,
          c & 0xFF,
          d & 0xFF,
          from,
          to);
    }
  }

  static void add(int[] y, int[] a, int s, int from, int to) {
    for (int j = from; j < to; j++) {
      y[j] += a[j] * s;
    }
  }

  static void add(
      int[] y,
      int[] a,
      int[] b,
      int[] c,
      int[] d,
      int sa,
      int sb,
      int sc,
      int sd,
      int from,
      int to) {
    for (int j = from; j < to; j++) {
      y[j] += a[j] * sa + b[j] * sb + c[j] * sc + d[j] * sd;
    }
  }

  /**
   * Takes pairs {@code 2^16 b + a} of 16 bits with their signs apart and adds a bias to both; the
   * pairs become the {@code b}.
   */
  static void part(int[] pairs, int[] a, int bias, int length) {
    for (int j = 0; j < length; j++) {
      a[j] = lower(pairs[j]) + bias;
      pairs[j] = upper(pairs[j]) + bias;
    }
  }

  /** Replaces each pair by the largest of its two numbers and those of another one, plus a bias. */
  static void pool(int[] pairs, int[] others, int bias, int length) {
    for (int j = 0; j < length; j++) {
      int top = larger(lower(pairs[j]), upper(pairs[j]));
      int bottom = larger(lower(others[j]), upper(others[j]));
      pairs[j] = larger(top, bottom) + bias;
    }
  }

  private static int lower(int pair) {
    return (pair << 16) >> 16;
  }

  private static int upper(int pair) {
    return (pair + 0x8000) >> 16;
  }

  /** The maximum of numbers of 16 bits; {@code Math.max} does not become a vector on JDK 17. */
  private static int larger(int a, int b) {
    int more = b - a;
    return a + (more & ~(more >> 31));
  }

  /**
   * Adds four arrays of unsigned bytes that share one array of ints, the first in the lowest bits.
   * As fast as four arrays of ints in a quarter of the memory. The four terms are written in four
   * different ways: JDK 17 mistakes equal ones for a vector.
   */
  static void addPacked(int[] y, int[] packed, int s0, int s1, int s2, int s3, int length) {
    for (int j = 0; j < length; j++) {
      int q = packed[j];
      y[j] +=
          (q & 0xFF) * s0
              + (((q & 0xFF00) * s1) >>> 8)
              + ((q >>> 16) & 0xFF) * s2
              + (q >>> 24) * s3;
    }
  }
}
