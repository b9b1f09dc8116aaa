/*
 * Copyright 2026 The Thimble Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.thimble.compressor.network;

/**
 * Weights that share the values of a codebook: {@code level = codebook[assignment]}, or pruned. The
 * codebook is strictly ascending; it holds 0 only in a layer without pruned weights.
 */
public final class ClusteredWeights implements IntegerWeights {
  /** The assignment of a pruned weight. */
  public static final int PRUNED = -1;

  private final int rows;
  private final int columns;
  private final byte[] codebook;
  private final short[] assignments;
  private final Scales scales;
  private final int kept;

  private ClusteredWeights(
      int rows, int columns, byte[] codebook, short[] assignments, Scales scales) {
    Matrix.requireSize(rows, columns, assignments.length);
    scales.requireRows(rows);
    this.rows = rows;
    this.columns = columns;
    this.codebook = codebook;
    this.assignments = assignments;
    this.scales = scales;
    this.kept = countKept(codebook.length, assignments);
    requireCodebook(codebook, kept < assignments.length);
  }

  /**
   * Weights of copies of its arguments.
   *
   * @param codebook distinct levels, ascending
   * @param assignments for each weight in row order an index of the codebook, or {@link #PRUNED}
   */
  public static ClusteredWeights of(
      int rows, int columns, byte[] codebook, int[] assignments, Scales scales) {
    short[] narrow = new short[assignments.length];
    for (int i = 0; i < narrow.length; i++) {
      if (assignments[i] < PRUNED || assignments[i] >= codebook.length) {
        throw new IllegalArgumentException(
            "weight "
                + i
                + " must be pruned or one of "
                + codebook.length
                + " clusters, found "
                + assignments[i]);
      }
      narrow[i] = (short) assignments[i];
    }
    return new ClusteredWeights(rows, columns, codebook.clone(), narrow, scales);
  }

  private static int countKept(int clusters, short[] assignments) {
    int count = 0;
    for (short assignment : assignments) {
      count += assignment == PRUNED ? 0 : 1;
    }
    if (count > 0 && clusters == 0) {
      throw new IllegalArgumentException("a codebook must not be empty");
    }
    return count;
  }

  private static void requireCodebook(byte[] codebook, boolean pruned) {
    for (int i = 0; i < codebook.length; i++) {
      if (codebook[i] == Byte.MIN_VALUE) {
        throw new IllegalArgumentException(
            "a codebook's levels must lie in -127 ... 127, found -128");
      }
      if (i > 0 && codebook[i] <= codebook[i - 1]) {
        throw new IllegalArgumentException(
            "a codebook must ascend strictly, found " + codebook[i - 1] + " before " + codebook[i]);
      }
      if (pruned && codebook[i] == 0) {
        throw new IllegalArgumentException("a pruned layer's codebook must not contain 0");
      }
    }
  }

  /** Number of shared values. */
  public int clusters() {
    return codebook.length;
  }

  /** The shared levels, ascending; a fresh array. */
  public byte[] codebook() {
    return codebook.clone();
  }

  /** The index of a weight's level in the codebook, or {@link #PRUNED}. */
  public int assignment(int index) {
    return assignments[index];
  }

  /** The assignments in row order; a fresh array. */
  public int[] assignments() {
    int[] copy = new int[assignments.length];
    for (int i = 0; i < copy.length; i++) {
      copy[i] = assignments[i];
    }
    return copy;
  }

  @Override
  public int level(int index) {
    int assignment = assignments[index];
    return assignment == PRUNED ? 0 : codebook[assignment];
  }

  @Override
  public Scales scales() {
    return scales;
  }

  @Override
  public boolean pruned() {
    return kept < assignments.length;
  }

  @Override
  public int rows() {
    return rows;
  }

  @Override
  public int columns() {
    return columns;
  }

  @Override
  public boolean isKept(int index) {
    return assignments[index] != PRUNED;
  }

  @Override
  public int kept() {
    return kept;
  }

  @Override
  public String kind() {
    return "clustered";
  }
}
