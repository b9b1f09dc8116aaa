/*
 * Copyright 2026 The Thimble Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.thimble.runtime.internal.network;

/**
 * The decoded weights of one layer as a matrix [rows = output channels, columns = weights per
 * output channel], with the biases. Holds either every weight in row order or only the kept ones
 * with their positions. The arrays are not copied.
 */
public final class Weights {

  public final int rows;
  public final int columns;

  /** [rows]; not to be changed. */
  public final int[] bias;

  private final byte[] values; // [count]
  private final int[] positions; // [count], or null: all of them in row order
  private final boolean columnOrder;

  private Weights(
      int rows, int columns, int[] bias, byte[] values, int[] positions, boolean columnOrder) {
    this.rows = rows;
    this.columns = columns;
    this.bias = bias;
    this.values = values;
    this.positions = positions;
    this.columnOrder = columnOrder;
  }

  /** All rows x columns weights in row order. */
  public static Weights all(int rows, int columns, int[] bias, byte[] values) {
    return new Weights(rows, columns, bias, values, null, false);
  }

  /**
   * Some of the weights, the others being 0.
   *
   * @param positions ascending; row x columns + column, or in column order column x rows + row
   */
  public static Weights some(
      int rows, int columns, int[] bias, byte[] values, int[] positions, boolean columnOrder) {
    return new Weights(rows, columns, bias, values, positions, columnOrder);
  }

  /** Returns how many weights are held; some may be 0. */
  public int count() {
    return values.length;
  }

  public int value(int index) {
    return values[index];
  }

  public int row(int index) {
    int position = positions == null ? index : positions[index];
    return columnOrder ? position % rows : position / columns;
  }

  public int column(int index) {
    int position = positions == null ? index : positions[index];
    return columnOrder ? position / rows : position % columns;
  }

  /** Returns all rows x columns weights in row order, zeros included. */
  public byte[] dense() {
    byte[] dense = new byte[rows * columns];
    for (int i = 0; i < values.length; i++) {
      dense[row(i) * columns + column(i)] = values[i];
    }
    return dense;
  }

  /** Returns how many weights are not 0. */
  public int kept() {
    int kept = 0;
    for (byte value : values) {
      if (value != 0) {
        kept++;
      }
    }
    return kept;
  }

  /**
   * Returns for each row the largest magnitude its accumulator can have: {@code |bias| + 255 sum
   * |w|}. No partial sum exceeds it, in whatever order a kernel adds.
   */
  public long[] bounds() {
    long[] bounds = new long[rows];
    for (int row = 0; row < rows; row++) {
      bounds[row] = Math.abs((long) bias[row]);
    }
    for (int i = 0; i < values.length; i++) {
      bounds[row(i)] += 255L * Math.abs(values[i]);
    }
    return bounds;
  }
}
