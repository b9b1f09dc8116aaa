/*
 * Copyright 2026 The Thimble Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.thimble.compressor.ratedistortion;

import dev.thimble.compressor.network.Activation;
import dev.thimble.compressor.network.FloatVector;
import dev.thimble.compressor.network.PlanePooling;
import dev.thimble.compressor.network.WeightedLayer;
import java.util.Arrays;
import java.util.List;

/**
 * A layer with weights and the pooling layers behind it, channel by channel, on a block of images.
 * Values lie {@code [feature][image]}. Its weights are the only thing that changes.
 */
final class TrialLayer {
  private final int rows;
  private final int columns;
  private final int[][] windows; // [position][column]: the feature that is met, -1 in the padding
  private final FloatVector bias;
  private final Activation activation;
  private final List<PlanePooling> pools;
  private final int outputs;
  private final int columnsOfChannel; // columns that meet one channel of the layer before
  private final float[] weights; // [rows, columns]
  private final int[][] readers; // [channel of the layer before][weights other than 0]

  /**
   * @param channelsBefore channels of what comes in
   */
  TrialLayer(WeightedLayer layer, List<PlanePooling> pools, int channelsBefore) {
    rows = layer.rows();
    columns = layer.columns();
    windows = layer.windows();
    bias = layer.bias();
    activation = layer.activation();
    this.pools = pools;
    outputs = pools.isEmpty() ? windows.length : pools.get(pools.size() - 1).outputs();
    columnsOfChannel = columns / channelsBefore;
    weights = layer.weights().effective();
    readers = new int[channelsBefore][];
    for (int channel = 0; channel < channelsBefore; channel++) {
      readers[channel] = findReaders(channel);
    }
  }

  private int[] findReaders(int channel) {
    int[] found = new int[rows * columnsOfChannel];
    int count = 0;
    for (int row = 0; row < rows; row++) {
      int first = row * columns + channel * columnsOfChannel;
      for (int i = first; i < first + columnsOfChannel; i++) {
        if (weights[i] != 0) {
          found[count++] = i;
        }
      }
    }
    return Arrays.copyOf(found, count);
  }

  /** Number of output channels. */
  int rows() {
    return rows;
  }

  /** Accumulators of a channel. */
  int positions() {
    return windows.length;
  }

  /** Features of a channel behind the pooling. */
  int outputs() {
    return outputs;
  }

  /** Indices of the weights other than 0 that read a channel of the layer before; not to change. */
  int[] readers(int channel) {
    return readers[channel];
  }

  float weight(int index) {
    return weights[index];
  }

  /** The output channel to which a weight belongs. */
  int row(int index) {
    return index / columns;
  }

  void setWeight(int index, float value) {
    weights[index] = value;
    int channel = index % columns / columnsOfChannel;
    readers[channel] = findReaders(channel);
  }

  /**
   * Computes a channel's accumulators.
   *
   * @return {@code [position][image]}
   */
  float[][] sums(float[][] input, int row) {
    float[][] sums = new float[windows.length][input[0].length];
    for (float[] target : sums) {
      Arrays.fill(target, bias.get(row));
    }
    for (int i = row * columns; i < (row + 1) * columns; i++) {
      if (weights[i] != 0) {
        addProduct(weights[i], i, input, 0, sums);
      }
    }
    return sums;
  }

  /**
   * Adds what a weight contributes to its channel's accumulators, if it has some value.
   *
   * @param input {@code [feature][image]}, from feature {@code first} on
   * @param sums {@code [position][image]}
   */
  void addProduct(float value, int index, float[][] input, int first, float[][] sums) {
    for (int position = 0; position < sums.length; position++) {
      int feature = windows[position][index % columns];
      if (feature >= 0) {
        add(value, input[feature - first], sums[position]);
      }
    }
  }

  private static void add(float factor, float[] values, float[] target) {
    for (int i = 0; i < target.length; i++) {
      target[i] += factor * values[i];
    }
  }

  /**
   * Computes a channel's features from its accumulators.
   *
   * @return {@code [feature][image]}; the sums themselves where nothing is done to them
   */
  float[][] features(float[][] sums) {
    float[][] values = new float[sums.length][];
    for (int i = 0; i < values.length; i++) {
      values[i] = activation == Activation.RELU ? rectified(sums[i]) : sums[i];
    }
    return pooled(pools, values);
  }

  /** What pooling layers make of a channel; fresh arrays, if there are any layers. */
  static float[][] pooled(List<PlanePooling> pools, float[][] plane) {
    float[][] values = plane;
    for (PlanePooling pool : pools) {
      float[][] pooled = new float[pool.outputs()][values[0].length];
      pool.apply(values, 0, pooled, 0);
      values = pooled;
    }
    return values;
  }

  private static float[] rectified(float[] values) {
    float[] rectified = new float[values.length];
    for (int i = 0; i < rectified.length; i++) {
      rectified[i] = Math.max(0f, values[i]);
    }
    return rectified;
  }
}
