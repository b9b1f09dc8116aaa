/*
 * Copyright 2026 The Thimble Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.thimble.runtime.internal.network;

/**
 * The decoded weights of one layer as a matrix [rows = output channels, columns = weights per
 * output channel], with the biases. Holds either every weight in row order or only the kept ones
 * with their positions. The arrays are not copied.
 *
 * <p>Whatever loops over weights calls a method for {@link #FEW} of them, or for each: a virtual
 * machine that has just started compiles what is called often long before what loops long.
 */
public final class Weights {

  /** How many weights are worth a call. */
  public static final int FEW = 32;

  /** Is shown weights. */
  public interface Visitor {

    /** Takes a weight that is not 0. */
    void visit(int row, int column, int value);
  }

  public final int rows;
  public final int columns;

  /** [rows]; not to be changed. */
  public final int[] bias;

  /**
   * The largest magnitude that the accumulator of each row can have, [rows]: {@code |bias| + 255
   * sum |w|}. No partial sum exceeds it, in whatever order a kernel adds.
   */
  public final long[] bounds;

  /** Whether the sums of products of every row alone fit in 16 bits, whatever the input. */
  public final boolean narrow;

  private final byte[] values; // [count]
  private final int[] positions; // [count], or null: all of them in row order
  private final boolean columnOrder;
  private int kept;

  private Weights(
      int rows, int columns, int[] bias, byte[] values, int[] positions, boolean columnOrder) {
    this.rows = rows;
    this.columns = columns;
    this.bias = bias;
    this.values = values;
    this.positions = positions;
    this.columnOrder = columnOrder;
    bounds = new long[rows];
    for (int row = 0; row < rows; row++) {
      bounds[row] = Math.abs((long) bias[row]);
    }
    int[] sums = new int[rows];
    for (int from = 0; from < values.length; from += FEW) {
      bound(sums, from, Math.min(from + FEW, values.length));
    }
    long largest = 0;
    for (int row = 0; row < rows; row++) {
      long products = bounds[row] - Math.abs((long) bias[row]);
      // Twice the larger one of the sums of products above 0 and below.
      largest = Math.max(largest, products + 255L * Math.abs(sums[row]));
    }
    narrow = largest / 2 <= Short.MAX_VALUE;
  }

  private void bound(int[] sums, int from, int to) {
    for (int i = from; i < to; i++) {
      if (values[i] != 0) {
        int row = row(position(i));
        bounds[row] += 255L * Math.abs(values[i]);
        sums[row] += values[i];
        kept++;
      }
    }
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

  private int position(int index) {
    return positions == null ? index : positions[index];
  }

  private int row(int position) {
    return columnOrder ? position % rows : position / columns;
  }

  /** Shows all weights that are not 0, in ascending order of rows or of columns. */
  public void forEach(Visitor visitor) {
    for (int from = 0; from < values.length; from += FEW) {
      show(visitor, from, Math.min(from + FEW, values.length));
    }
  }

  private void show(Visitor visitor, int from, int to) {
    for (int i = from; i < to; i++) {
      if (values[i] != 0) {
        int position = position(i);
        int row = row(position);
        int column = columnOrder ? position / rows : position - row * columns;
        visitor.visit(row, column, values[i]);
      }
    }
  }

  /** Returns all rows x columns weights in row order, zeros included. */
  public byte[] dense() {
    byte[] dense = new byte[rows * columns];
    for (int i = 0; i < values.length; i++) {
      int position = position(i);
      int row = row(position);
      dense[columnOrder ? row * columns + position / rows : position] = values[i];
    }
    return dense;
  }

  /** Returns how many weights are not 0. */
  public int kept() {
    return kept;
  }
}
