/*
 * Copyright 2026 The Thimble Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.thimble.compressor.network;

/** Levels −127 … 127 on a uniform symmetric grid. In a pruned layer, level 0 is a pruned weight. */
public final class QuantizedWeights implements IntegerWeights {
  private final int rows;
  private final int columns;
  private final byte[] levels;
  private final Scales scales;
  private final boolean pruned;
  private final int kept;

  private QuantizedWeights(int rows, int columns, byte[] levels, Scales scales, boolean pruned) {
    Matrix.requireSize(rows, columns, levels.length);
    scales.requireRows(rows);
    this.rows = rows;
    this.columns = columns;
    this.levels = levels;
    this.scales = scales;
    this.pruned = pruned;
    int count = 0;
    for (int i = 0; i < levels.length; i++) {
      if (levels[i] == Byte.MIN_VALUE) {
        throw new IllegalArgumentException(
            "a level must lie in -127 ... 127, found -128 for weight " + i);
      }
      count += pruned && levels[i] == 0 ? 0 : 1;
    }
    this.kept = count;
  }

  /**
   * Weights of a copy of {@code levels}, in row order.
   *
   * @param pruned whether level 0 means that a weight is pruned
   */
  public static QuantizedWeights of(
      int rows, int columns, byte[] levels, Scales scales, boolean pruned) {
    return new QuantizedWeights(rows, columns, levels.clone(), scales, pruned);
  }

  @Override
  public int level(int index) {
    return levels[index];
  }

  @Override
  public Scales scales() {
    return scales;
  }

  @Override
  public boolean pruned() {
    return pruned;
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
    return !pruned || levels[index] != 0;
  }

  @Override
  public int kept() {
    return kept;
  }

  @Override
  public String kind() {
    return "quantized";
  }
}
