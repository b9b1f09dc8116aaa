/*
 * Copyright 2026 The Thimble Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.thimble.compressor.sensitivity.forward;

import dev.thimble.compressor.network.Activation;
import dev.thimble.compressor.network.FloatVector;
import dev.thimble.compressor.network.WeightedLayer;
import java.util.Arrays;

/**
 * {@code activation(weights · input + bias)} at every output position: a convolution reads the
 * features of a window that moves, a dense layer is one such window over everything. Weights are
 * taken four at a time, which divides the traffic to the output by four; where a window reaches
 * into the padding its features there are left out.
 */
final class AffineBlock implements BlockKernel {
  private static final int UNROLL = 4;

  private final int rows;
  private final int columns;
  private final FloatVector bias;
  private final Activation activation;
  private final int[][] features; // [position][column], -1 in the padding

  AffineBlock(WeightedLayer layer) {
    this.rows = layer.rows();
    this.columns = layer.columns();
    this.bias = layer.bias();
    this.activation = layer.activation();
    this.features = layer.windows();
  }

  @Override
  public void apply(float[][] input, float[][] output, float[] weights) {
    float[][] met = new float[columns][]; // the features that a row's weights meet
    float[] factors = new float[columns];
    for (int position = 0; position < features.length; position++) {
      for (int row = 0; row < rows; row++) {
        int count = gather(input, features[position], weights, row * columns, met, factors);
        float[] target = output[row * features.length + position];
        Arrays.fill(target, bias.get(row));
        add(met, factors, count, target);
        if (activation == Activation.RELU) {
          clip(target);
        }
      }
    }
  }

  /** Collects the weights that are not 0 and the features they meet; returns their number. */
  private static int gather(
      float[][] input, int[] window, float[] weights, int first, float[][] met, float[] factors) {
    int count = 0;
    for (int column = 0; column < window.length; column++) {
      if (weights[first + column] != 0 && window[column] >= 0) {
        met[count] = input[window[column]];
        factors[count++] = weights[first + column];
      }
    }
    return count;
  }

  private static void add(float[][] met, float[] factors, int count, float[] target) {
    int i = 0;
    for (; i + UNROLL <= count; i += UNROLL) {
      addFour(
          met[i],
          met[i + 1],
          met[i + 2],
          met[i + 3],
          factors[i],
          factors[i + 1],
          factors[i + 2],
          factors[i + 3],
          target);
    }
    for (; i < count; i++) {
      addOne(met[i], factors[i], target);
    }
  }

  private static void addFour(
      float[] a, float[] b, float[] c, float[] d, float e, float f, float g, float h, float[] to) {
    for (int k = 0; k < to.length; k++) {
      to[k] += e * a[k] + f * b[k] + g * c[k] + h * d[k];
    }
  }

  private static void addOne(float[] values, float factor, float[] target) {
    for (int k = 0; k < target.length; k++) {
      target[k] += factor * values[k];
    }
  }

  private static void clip(float[] values) {
    for (int k = 0; k < values.length; k++) {
      values[k] = Math.max(0f, values[k]);
    }
  }
}
