/*
 * Copyright 2026 The Thimble Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.thimble.runtime.internal.format;

import dev.thimble.runtime.ModelException;
import dev.thimble.runtime.internal.network.Layer;
import dev.thimble.runtime.internal.network.Network;
import dev.thimble.runtime.internal.network.Requantizer;
import dev.thimble.runtime.internal.network.WeightedLayer;
import dev.thimble.runtime.internal.network.Weights;

/**
 * Reads section W: a block of weights and biases for every weighted layer, and checks what depends
 * on them.
 */
final class WeightsSection {

  private final ByteReader in;
  private final Network network;
  private final MemoryBudget budget;
  private RangeWeights range; // null unless codec 2 has begun

  private WeightsSection(ByteReader in, Network network, MemoryBudget budget) {
    this.in = in;
    this.network = network;
    this.budget = budget;
  }

  /** Returns one element a layer, null for layers without weights. */
  static CodedWeights[] read(ByteReader in, Network network, MemoryBudget budget)
      throws ModelException {
    WeightsSection section = new WeightsSection(in, network, budget);
    CodedWeights[] blocks = new CodedWeights[network.layerCount()];
    for (int i = 0; i < blocks.length; i++) {
      Layer layer = network.layer(i);
      if (layer instanceof WeightedLayer) {
        blocks[i] = section.block((WeightedLayer) layer, "layer " + network.name(i) + " ");
      }
    }
    in.context("");
    if (section.range != null) {
      section.range.requireEnd();
    }
    in.requireEnd();
    return blocks;
  }

  private CodedWeights block(WeightedLayer layer, String context) throws ModelException {
    in.context(context);
    int start = in.position();
    CodedWeights coded =
        range == null ? newBlock(start, layer, context) : range.next(layer, context);
    checkOverflow(start, coded.weights, layer.requantizer);
    return coded;
  }

  private CodedWeights newBlock(int start, WeightedLayer layer, String context)
      throws ModelException {
    int codec = in.varint("codec");
    ByteReader block = in.slice(in.varint("block length"), "block");
    switch (codec) {
      case Format.CODEC_RAW:
        return RawWeights.read(block, layer.rows, layer.columns, budget);
      case Format.CODEC_HUFFMAN:
        return HuffmanWeights.read(block, layer.rows, layer.columns, budget);
      case Format.CODEC_RANGE:
        range = new RangeWeights(block, budget);
        return range.next(layer, context);
      default:
        throw in.unsupported(start, "codec", "0 to 2", codec);
    }
  }

  /**
   * Refuses accumulators or scores that could leave int32, and multipliers of 0 where something is
   * multiplied.
   */
  private void checkOverflow(int start, Weights weights, Requantizer requantizer)
      throws ModelException {
    long[] bounds = weights.bounds;
    for (int row = 0; row < bounds.length; row++) {
      if (bounds[row] > Integer.MAX_VALUE) {
        throw in.corrupt(
            start,
            "output " + row,
            "accumulators below 2^31",
            "one that could reach " + bounds[row]);
      }
      if (bounds[row] > 0 && requantizer.multiplier(row) == 0) {
        throw in.corrupt(start, "output " + row, "a multiplier above 0", 0);
      }
      if (requantizer.isScore() && requantizer.bound(row, bounds[row]) > Integer.MAX_VALUE) {
        throw in.corrupt(
            start,
            "output " + row,
            "scores below 2^31",
            "one that could reach " + requantizer.bound(row, bounds[row]));
      }
    }
  }
}
