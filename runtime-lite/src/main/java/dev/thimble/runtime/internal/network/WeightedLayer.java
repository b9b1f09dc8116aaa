/*
 * Copyright 2026 The Thimble Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.thimble.runtime.internal.network;

/** A layer with a weight matrix [rows, columns] and a bias a row. */
public abstract class WeightedLayer extends Layer {

  private final int rows;
  private final int columns;
  private final Requantizer requantizer;

  WeightedLayer(
      Shape input, Shape output, int outputZero, int rows, int columns, Requantizer requantizer) {
    super(input, output, outputZero);
    this.rows = rows;
    this.columns = columns;
    this.requantizer = requantizer;
  }

  /** Returns the output channels. */
  public final int rows() {
    return rows;
  }

  /** Returns the weights of one output channel. */
  public final int columns() {
    return columns;
  }

  public final Requantizer requantizer() {
    return requantizer;
  }
}
