/*
 * Copyright 2026 The Thimble Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.thimble.runtime.internal.range;

import java.util.Arrays;

/**
 * What similar columns and similar rows say about the sign of a weight: two columns are similar
 * when they read outputs of the layer before that have the same signs, two rows when they had the
 * same signs so far. Only signs count; of long lists only the first or the last 32 weights.
 */
final class Likeness {

  private static final int MOST = 32;
  private static final int LIMIT = 1 << 13;
  private static final int[] ROOTS = new int[MOST + 1]; // 2^8 / sqrt(i)

  static {
    for (int i = 1; i <= MOST; i++) {
      while ((ROOTS[i] + 1) * (ROOTS[i] + 1) * i <= 1 << 16) {
        ROOTS[i]++;
      }
    }
  }

  private final MatrixModel before; // null for the first layer, or if this one's columns do not fit
  private final MatrixModel layer;
  private final int taps; // columns of this layer for each row of the one before
  private final int[] field; // [taps, columns before]: what this row has read so far
  private final int[] latest; // the last kept weight of each column, or -1
  private final int[] earlier; // the kept weight of the same column before each, or -1
  private final int[] rows; // of each kept weight
  private final int[] agreement; // of this row so far with each earlier one

  Likeness(MatrixModel before, MatrixModel layer) {
    boolean fits = before != null && layer.columns % before.rows == 0;
    this.before = fits ? before : null;
    this.layer = layer;
    taps = fits ? layer.columns / before.rows : 0;
    field = new int[fits ? taps * before.columns : 0];
    latest = new int[layer.columns];
    Arrays.fill(latest, -1);
    earlier = new int[layer.places.length];
    rows = new int[layer.places.length];
    agreement = new int[layer.rows];
  }

  /** Adds the column with a sign to the field; returns the field's sign where the column reads. */
  int byInputs(int column, int sign) {
    if (before == null) {
      return 0;
    }
    int row = column / taps;
    int start = before.starts[row];
    int end = Math.min(before.starts[row + 1], start + MOST);
    int root = ROOTS[end - start];
    int shift = column % taps * before.columns - row * before.columns;
    int sum = 0;
    for (int i = start; i < end; i++) {
      int at = shift + before.places[i];
      int own = sign(before, i);
      field[at] += own * sign * root;
      sum += own * field[at];
    }
    return clamp(sum * root >> 8);
  }

  /** The sign of a column by what the rows say that agree with this one. */
  int byRows(int column) {
    int sum = 0;
    int most = MOST;
    for (int i = latest[column]; i >= 0 && most-- > 0; i = earlier[i]) {
      int row = rows[i];
      int kept = layer.starts[row + 1] - layer.starts[row];
      sum += sign(layer, i) * (agreement[row] << 9) / (2 + kept);
    }
    return clamp(sum);
  }

  private static int clamp(int sum) {
    return Math.max(-LIMIT, Math.min(LIMIT, sum));
  }

  private static int sign(MatrixModel of, int index) {
    return of.ranks[index] >> 31 | 1;
  }

  /** Lets the rest of the row know a kept weight. */
  void add(int index, int column) {
    earlier[index] = latest[column];
    latest[column] = index;
    rows[index] = layer.places[index] / layer.columns;
    count(index, column, sign(layer, index));
  }

  /** Forgets the kept weights of a row, which is complete. */
  void endRow(int row) {
    for (int i = layer.starts[row]; i < layer.starts[row + 1]; i++) {
      count(i, layer.places[i] - row * layer.columns, -sign(layer, i));
    }
  }

  private void count(int index, int column, int sign) {
    int most = MOST;
    for (int i = earlier[index]; i >= 0 && most-- > 0; i = earlier[i]) {
      agreement[rows[i]] += sign * sign(layer, i);
    }
    byInputs(column, sign);
  }
}
