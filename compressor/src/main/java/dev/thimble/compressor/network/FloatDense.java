/*
 * Copyright 2026 The Thimble Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.thimble.compressor.network;

/** {@code y = W · x + b}, column by column, so that inputs of 0 cost nothing. */
final class FloatDense implements FloatKernel {
  private final DenseLayer layer;
  private final float[][] columns; // [in][out]

  FloatDense(DenseLayer layer) {
    this.layer = layer;
    this.columns = new float[layer.columns()][layer.rows()];
    float[] weights = layer.weights().effective();
    for (int row = 0, i = 0; row < layer.rows(); row++) {
      for (int column = 0; column < layer.columns(); column++) {
        columns[column][row] = weights[i++];
      }
    }
  }

  @Override
  public float[] apply(float[] input) {
    float[] output = layer.bias().toArray();
    for (int i = 0; i < input.length; i++) {
      if (input[i] != 0) {
        add(output, columns[i], input[i]);
      }
    }
    layer.activation().apply(output);
    return output;
  }

  private static void add(float[] output, float[] column, float factor) {
    for (int o = 0; o < output.length; o++) {
      output[o] += column[o] * factor;
    }
  }
}
