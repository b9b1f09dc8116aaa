/*
 * Copyright 2026 The Thimble Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.thimble.compressor.network;

/**
 * Floats with a mask. The values below pruned positions are remembered, so that a weight can come
 * back while retraining still moves the mask.
 */
public final class PrunedWeights implements Weights {
  private final int rows;
  private final int columns;
  private final float[] values;
  private final boolean[] mask;
  private final int kept;

  private PrunedWeights(int rows, int columns, float[] values, boolean[] mask) {
    Matrix.requireSize(rows, columns, values.length);
    if (mask.length != values.length) {
      throw new IllegalArgumentException(
          "expected a mask of " + values.length + " weights, found " + mask.length);
    }
    this.rows = rows;
    this.columns = columns;
    this.values = values;
    this.mask = mask;
    int count = 0;
    for (boolean bit : mask) {
      count += bit ? 1 : 0;
    }
    this.kept = count;
  }

  /** Weights of copies of {@code values} and {@code kept}, both in row order. */
  public static PrunedWeights of(int rows, int columns, float[] values, boolean[] kept) {
    return new PrunedWeights(rows, columns, values.clone(), kept.clone());
  }

  /** The underlying value, also of a pruned weight. */
  public float get(int index) {
    return values[index];
  }

  /** The underlying values, pruned ones too; a fresh array. */
  public float[] values() {
    return values.clone();
  }

  /** Which weights are kept; a fresh array. */
  public boolean[] mask() {
    return mask.clone();
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
    return mask[index];
  }

  @Override
  public int kept() {
    return kept;
  }

  @Override
  public float[] effective() {
    float[] effective = values.clone();
    for (int i = 0; i < effective.length; i++) {
      if (!mask[i]) {
        effective[i] = 0;
      }
    }
    return effective;
  }

  @Override
  public String kind() {
    return "pruned";
  }
}
