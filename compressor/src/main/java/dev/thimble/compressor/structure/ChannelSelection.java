/*
 * Copyright 2026 The Thimble Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.thimble.compressor.structure;

import dev.thimble.compressor.network.ConvolutionLayer;
import dev.thimble.compressor.network.DenseLayer;
import dev.thimble.compressor.network.DenseWeights;
import dev.thimble.compressor.network.FloatVector;
import dev.thimble.compressor.network.Layer;
import dev.thimble.compressor.network.Network;
import dev.thimble.compressor.network.PoolingLayer;
import dev.thimble.compressor.network.PrunedWeights;
import dev.thimble.compressor.network.Shape;
import dev.thimble.compressor.network.WeightedLayer;
import dev.thimble.compressor.network.Weights;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** A network of which one layer keeps some of its output channels. */
final class ChannelSelection {

  private ChannelSelection() {}

  /**
   * Selects channels.
   *
   * @param index which of the layers with weights
   * @param channels the channels to keep, ascending
   * @param readerBias biases of the next layer with weights
   */
  static Network apply(Network network, int index, int[] channels, FloatVector readerBias) {
    WeightedLayer layer = network.weightedLayers().get(index);
    WeightedLayer reader = network.weightedLayers().get(index + 1);
    List<Layer> layers = new ArrayList<>();
    Shape shape = network.input();
    for (Layer old : network.layers()) {
      Layer next = old;
      if (old == layer) {
        next = rebuilt(layer, layer.input(), rows(layer, channels), biases(layer, channels));
      } else if (old == reader) {
        next = rebuilt(reader, shape, columns(reader, layer.rows(), channels), readerBias);
      } else if (old instanceof PoolingLayer pooling && !pooling.input().equals(shape)) {
        next = new PoolingLayer(pooling.name(), shape, pooling.kind(), pooling.window());
      }
      layers.add(next);
      shape = next.output();
    }
    return network.withLayers(layers);
  }

  private static Layer rebuilt(
      WeightedLayer layer, Shape input, Weights weights, FloatVector bias) {
    if (layer instanceof ConvolutionLayer convolution) {
      return new ConvolutionLayer(
          layer.name(),
          input,
          convolution.window(),
          convolution.groups(),
          weights,
          bias,
          layer.activation());
    }
    return new DenseLayer(layer.name(), input, weights, bias, layer.activation());
  }

  private static FloatVector biases(WeightedLayer layer, int[] channels) {
    float[] biases = new float[channels.length];
    for (int i = 0; i < biases.length; i++) {
      biases[i] = layer.bias().get(channels[i]);
    }
    return FloatVector.of(biases);
  }

  private static Weights rows(WeightedLayer layer, int[] channels) {
    return select(layer.weights(), channels, IntStream.range(0, layer.columns()).toArray());
  }

  private static Weights columns(WeightedLayer reader, int channelsBefore, int[] channels) {
    int width = reader.columns() / channelsBefore;
    int[] columns =
        IntStream.of(channels)
            .flatMap(channel -> IntStream.range(channel * width, (channel + 1) * width))
            .toArray();
    return select(reader.weights(), IntStream.range(0, reader.rows()).toArray(), columns);
  }

  private static Weights select(Weights weights, int[] rows, int[] columns) {
    float[] all = weights.effective();
    float[] values = new float[rows.length * columns.length];
    boolean[] kept = new boolean[values.length];
    int next = 0;
    for (int row : rows) {
      for (int column : columns) {
        int from = row * weights.columns() + column;
        values[next] = all[from];
        kept[next++] = weights.isKept(from);
      }
    }
    return weights instanceof PrunedWeights
        ? PrunedWeights.of(rows.length, columns.length, values, kept)
        : DenseWeights.of(rows.length, columns.length, values);
  }
}
