/*
 * Copyright 2026 The Thimble Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.thimble.benchmarks.onnx;

import dev.thimble.compressor.network.Activation;
import dev.thimble.compressor.network.ConvolutionLayer;
import dev.thimble.compressor.network.DenseLayer;
import dev.thimble.compressor.network.Layer;
import dev.thimble.compressor.network.Network;
import dev.thimble.compressor.network.PoolingLayer;
import dev.thimble.compressor.network.WeightedLayer;
import dev.thimble.compressor.network.Window;
import java.util.Optional;

/** The real-valued form of a network. */
final class RealExport {
  private final Network network;
  private final Chain chain;

  RealExport(Network network) {
    this.network = network;
    boolean planes = !(network.layers().get(0) instanceof DenseLayer);
    this.chain = new Chain(ElementType.FLOAT, network.input(), planes);
  }

  byte[] export() {
    for (Layer layer : network.layers()) {
      if (layer instanceof PoolingLayer pooling) {
        chain.pooling(pooling);
      } else if (layer instanceof ConvolutionLayer convolution) {
        weighted(convolution, Optional.of(convolution.window()));
      } else if (layer instanceof DenseLayer dense) {
        chain.flatten();
        weighted(dense, Optional.empty());
      }
    }
    return chain.finish(network.classes());
  }

  private void weighted(WeightedLayer layer, Optional<Window> window) {
    Graph graph = chain.graph();
    int[] shape = WeightShape.of(layer.rows(), layer.columns(), layer.input(), window);
    String weights =
        graph.constant(
            layer.name() + ".weights", Tensor.floats(layer.weights().effective(), shape));
    String bias =
        graph.constant(layer.name() + ".bias", Tensor.floats(layer.bias().toArray(), layer.rows()));
    chain.weighted(layer.name(), weights, bias, window);
    if (layer.activation() == Activation.RELU) {
      chain.relu(layer.name());
    }
  }
}
