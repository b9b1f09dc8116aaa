/*
 * Copyright 2026 The Thimble Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.thimble.compressor.dl4j;

import dev.thimble.compressor.network.ConvolutionLayer;
import dev.thimble.compressor.network.Network;
import dev.thimble.compressor.network.WeightedLayer;
import java.util.ArrayList;
import java.util.List;

/**
 * Where the parameters of a layer stand in Deeplearning4j's flat parameter vector. Dense layers
 * store weights, then biases; convolutions store biases, then weights. Both weight blocks are
 * row-major {@code [rows, columns]} (the dense one is {@code [in, out]} in Fortran order, which is
 * the same).
 *
 * @param segments one a weighted layer, in order
 * @param size number of parameters
 */
public record ParameterLayout(List<Segment> segments, int size) {

  /** One layer's place. Offsets and counts are in parameters. */
  public record Segment(String layer, int weightOffset, int rows, int columns, int biasOffset) {

    /** Number of weights. */
    public int weights() {
      return rows * columns;
    }
  }

  public ParameterLayout {
    segments = List.copyOf(segments);
  }

  /** Number of weights of all layers. */
  public int weights() {
    return segments.stream().mapToInt(Segment::weights).sum();
  }

  /** The layout of a network. */
  public static ParameterLayout of(Network network) {
    List<Segment> segments = new ArrayList<>();
    int offset = 0;
    for (WeightedLayer layer : network.weightedLayers()) {
      int weights = layer.rows() * layer.columns();
      boolean biasFirst = layer instanceof ConvolutionLayer;
      int weightOffset = biasFirst ? offset + layer.rows() : offset;
      int biasOffset = biasFirst ? offset : offset + weights;
      segments.add(
          new Segment(layer.name(), weightOffset, layer.rows(), layer.columns(), biasOffset));
      offset += weights + layer.rows();
    }
    return new ParameterLayout(segments, offset);
  }
}
