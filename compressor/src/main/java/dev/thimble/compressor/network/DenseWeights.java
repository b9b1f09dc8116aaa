/*
 * Copyright 2026 The Thimble Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.thimble.compressor.network;

/** Floats as trained; nothing is pruned. */
public final class DenseWeights implements Weights {
  private final int rows;
  private final int columns;
  private final float[] values;

  private DenseWeights(int rows, int columns, float[] values) {
    Matrix.requireSize(rows, columns, values.length);
    this.rows = rows;
    this.columns = columns;
    this.values = values;
  }

  /** Weights of a copy of {@code values}, {@code [rows, columns]} in row order. */
  public static DenseWeights of(int rows, int columns, float[] values) {
    return new DenseWeights(rows, columns, values.clone());
  }

  public float get(int index) {
    return values[index];
  }

  /** These weights with a mask, everything that is not kept being pruned. */
  public PrunedWeights prune(boolean[] kept) {
    return PrunedWeights.of(rows, columns, values, kept);
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
    return true;
  }

  @Override
  public int kept() {
    return values.length;
  }

  @Override
  public float[] effective() {
    return values.clone();
  }

  @Override
  public String kind() {
    return "dense";
  }
}
