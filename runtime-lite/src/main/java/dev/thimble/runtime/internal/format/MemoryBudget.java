/*
 * Copyright 2026 The Thimble Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.thimble.runtime.internal.format;

import dev.thimble.runtime.ModelException;

/**
 * Counts what loading allocates, before it does, against the limit. Nothing is ever given back: the
 * sum is what counts.
 */
public final class MemoryBudget {

  /** For an object and what little belongs to it. */
  public static final int OBJECT_BYTES = 64;

  private static final int ARRAY_HEADER_BYTES = 24;

  private final long limit;
  private long charged;

  public MemoryBudget(long limit) {
    this.limit = limit;
  }

  /**
   * Charges an array.
   *
   * @param length its elements, at least 0
   * @param elementBytes the bytes of one
   * @throws ModelException if the limit is passed
   */
  public void array(long length, int elementBytes) throws ModelException {
    charge(
        length > Long.MAX_VALUE / 16
            ? Long.MAX_VALUE / 2
            : length * elementBytes + ARRAY_HEADER_BYTES);
  }

  /**
   * Charges objects.
   *
   * @throws ModelException if the limit is passed
   */
  public void charge(long bytes) throws ModelException {
    if (bytes > limit - charged) {
      throw Fault.limit(
          "memory bytes",
          limit,
          bytes > Long.MAX_VALUE - charged ? Long.MAX_VALUE : charged + bytes);
    }
    charged += bytes;
  }

  /** Returns the sum of what was charged. */
  public long charged() {
    return charged;
  }

  /** Charges and allocates arrays of equal length. */
  public int[][] ints(int arrays, int length) throws ModelException {
    array(arrays, 8);
    int[][] ints = new int[arrays][];
    for (int i = 0; i < arrays; i++) {
      array(length, 4);
      ints[i] = new int[length];
    }
    return ints;
  }
}
