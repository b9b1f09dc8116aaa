/*
 * Copyright 2026 The Thimble Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.thimble.compressor.network;

import java.util.stream.IntStream;

/**
 * A fully connected layer over its flattened input.
 *
 * @param weights {@code [output, input.size()]}
 */
public record DenseLayer(
    String name, Shape input, Weights weights, FloatVector bias, Activation activation)
    implements WeightedLayer {

  public DenseLayer {
    WeightedLayer.check(name, input.size(), weights, bias);
  }

  @Override
  public Shape output() {
    return Shape.vector(weights.rows());
  }

  @Override
  public int[][] windows() {
    return new int[][] {IntStream.range(0, columns()).toArray()};
  }

  @Override
  public DenseLayer withWeights(Weights replacement) {
    return new DenseLayer(name, input, replacement, bias, activation);
  }

  @Override
  public DenseLayer withBias(FloatVector replacement) {
    return new DenseLayer(name, input, weights, replacement, activation);
  }
}
