/*
 * Copyright 2026 The Thimble Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.thimble.runtime.internal.network;

/**
 * {@code acc[o] = bias[o] + sum_i w[o,i] x[i]} over the flattened input. Weights [units, input
 * cells].
 */
public final class DenseLayer extends WeightedLayer {

  public DenseLayer(Shape input, int units, int outputZero, Requantizer requantizer) {
    super(input, new Shape(units, 1, 1), outputZero, units, input.size(), requantizer);
  }

  @Override
  public String kind() {
    return "dense";
  }

  @Override
  public String namePrefix() {
    return "fc";
  }
}
