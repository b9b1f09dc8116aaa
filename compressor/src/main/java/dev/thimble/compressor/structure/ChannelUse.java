/*
 * Copyright 2026 The Thimble Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.thimble.compressor.structure;

import dev.thimble.compressor.network.FloatVector;
import dev.thimble.compressor.network.WeightedLayer;
import java.util.stream.IntStream;

/** Which output channels of a layer matter to the layer that reads them. */
final class ChannelUse {
  private final WeightedLayer layer;
  private final WeightedLayer reader;
  private final boolean uniform;
  private final float[] weights;
  private final float[] reading;
  private final int columnsOfChannel;

  /**
   * @param reader the next layer with weights
   * @param uniform whether a constant channel is the same constant to every weight that reads it
   */
  ChannelUse(WeightedLayer layer, WeightedLayer reader, boolean uniform) {
    this.layer = layer;
    this.reader = reader;
    this.uniform = uniform;
    weights = layer.weights().effective();
    reading = reader.weights().effective();
    columnsOfChannel = reader.columns() / layer.rows();
  }

  /** The channels to keep, ascending, at least one. */
  int[] usefulChannels() {
    int[] useful = IntStream.range(0, layer.rows()).filter(this::isUseful).toArray();
    return useful.length == 0 ? new int[] {0} : useful;
  }

  private boolean isUseful(int channel) {
    return isRead(channel) && !(isConstant(channel) && (uniform || constant(channel) == 0));
  }

  private boolean isRead(int channel) {
    for (int row = 0; row < reader.rows(); row++) {
      int first = row * reader.columns() + channel * columnsOfChannel;
      for (int i = first; i < first + columnsOfChannel; i++) {
        if (reading[i] != 0) {
          return true;
        }
      }
    }
    return false;
  }

  private boolean isConstant(int channel) {
    int first = channel * layer.columns();
    return IntStream.range(first, first + layer.columns()).allMatch(i -> weights[i] == 0);
  }

  private float constant(int channel) {
    float bias = layer.bias().get(channel);
    return switch (layer.activation()) {
      case IDENTITY -> bias;
      case RELU -> Math.max(0, bias);
    };
  }

  /** The reader's biases with what all but these channels contribute always. */
  FloatVector readerBias(int[] useful) {
    float[] biases = reader.bias().toArray();
    boolean[] stays = new boolean[layer.rows()];
    for (int channel : useful) {
      stays[channel] = true;
    }
    for (int row = 0; row < biases.length; row++) {
      double sum = biases[row];
      for (int i = 0; i < reader.columns(); i++) {
        int channel = i / columnsOfChannel;
        float weight = reading[row * reader.columns() + i];
        sum += stays[channel] || weight == 0 ? 0 : (double) weight * constant(channel);
      }
      biases[row] = (float) sum;
    }
    return FloatVector.of(biases);
  }
}
