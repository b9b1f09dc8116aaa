/*
 * Copyright 2026 The Thimble Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.thimble.compressor.structure;

import dev.thimble.compressor.network.ConvolutionLayer;
import dev.thimble.compressor.network.Layer;
import dev.thimble.compressor.network.Network;
import dev.thimble.compressor.network.Padding;
import dev.thimble.compressor.network.PoolingLayer;
import dev.thimble.compressor.network.WeightedLayer;
import java.util.List;

/**
 * Removes output channels of hidden layers (neurons, filters) that pruning has left without use:
 * those that no later weight reads, and those without a weight of their own, whose output is the
 * same for every image. Such a constant goes into the biases of the layer that reads it; where
 * padding would make it differ by place, the channel stays.
 *
 * <p>The real-valued function is unchanged. So are the integer scores, bit for bit, on the same
 * grids of weights and activations, except where a constant other than 0 has moved: there a bias is
 * rounded once instead of twice.
 */
public final class StructureReducer {

  private StructureReducer() {}

  /**
   * The network without its useless channels; the same network if there are none. Each layer keeps
   * at least one.
   *
   * @param network with dense or pruned weights
   */
  public static Network reduce(Network network) {
    Network reduced = network;
    boolean changed = true;
    // A removed channel may have been the only reader of another.
    while (changed) {
      changed = false;
      for (int layer = 0; layer < reduced.weightedLayers().size() - 1; layer++) {
        Network smaller = reduceLayer(reduced, layer);
        changed |= smaller != reduced;
        reduced = smaller;
      }
    }
    return reduced;
  }

  private static Network reduceLayer(Network network, int index) {
    WeightedLayer layer = network.weightedLayers().get(index);
    WeightedLayer reader = network.weightedLayers().get(index + 1);
    layer.requireKind("structure reduction", "dense", "pruned");
    ChannelUse use = new ChannelUse(layer, reader, isUniform(network, layer, reader));
    int[] useful = use.usefulChannels();
    return useful.length == layer.rows()
        ? network
        : ChannelSelection.apply(network, index, useful, use.readerBias(useful));
  }

  /** Whether a channel that is constant is read as the same constant everywhere. */
  private static boolean isUniform(Network network, WeightedLayer layer, WeightedLayer reader) {
    List<Layer> layers = network.layers();
    for (int i = layers.indexOf(layer) + 1; layers.get(i) != reader; i++) {
      if (!((PoolingLayer) layers.get(i)).window().padding().equals(Padding.NONE)) {
        return false;
      }
    }
    return !(reader instanceof ConvolutionLayer convolution)
        || convolution.window().padding().equals(Padding.NONE);
  }
}
