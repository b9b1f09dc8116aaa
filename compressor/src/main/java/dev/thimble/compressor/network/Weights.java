/*
 * Copyright 2026 The Thimble Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.thimble.compressor.network;

/**
 * The weights of one layer, a matrix {@code [rows = output channels, columns = weights per output
 * channel]} in row order. The kind says which stages the layer has been through.
 */
public sealed interface Weights permits DenseWeights, PrunedWeights, IntegerWeights {

  int rows();

  int columns();

  /** Whether the weight at {@code row * columns + column} is not pruned. */
  boolean isKept(int index);

  /** Number of weights that are not pruned. */
  int kept();

  /** The real values that the layer computes with, pruned weights as 0; a fresh array. */
  float[] effective();

  /** What the stages call this kind: dense, pruned, quantized, clustered. */
  String kind();

  default int size() {
    return rows() * columns();
  }

  /** Share of weights that are not pruned, 0 … 1. */
  default double density() {
    return (double) kept() / size();
  }
}
