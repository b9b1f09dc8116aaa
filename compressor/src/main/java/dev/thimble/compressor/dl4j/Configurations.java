/*
 * Copyright 2026 The Thimble Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.thimble.compressor.dl4j;

import dev.thimble.compressor.network.Activation;
import dev.thimble.compressor.network.ConvolutionLayer;
import dev.thimble.compressor.network.DenseLayer;
import dev.thimble.compressor.network.Layer;
import dev.thimble.compressor.network.Network;
import dev.thimble.compressor.network.Padding;
import dev.thimble.compressor.network.PoolingLayer;
import dev.thimble.compressor.network.Shape;
import dev.thimble.compressor.network.Window;
import java.util.List;
import org.deeplearning4j.nn.conf.MultiLayerConfiguration;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.conf.layers.SubsamplingLayer;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.learning.config.Adam;
import org.nd4j.linalg.lossfunctions.ILossFunction;
import org.nd4j.linalg.lossfunctions.impl.LossMCXENT;

/** A {@link Network} as a Deeplearning4j configuration whose last layer ends with a softmax. */
final class Configurations {

  private Configurations() {}

  static MultiLayerConfiguration trainable(Network network, double learningRate, int steps) {
    return configuration(
        new NeuralNetConfiguration.Builder().updater(new Adam(new CosineRate(learningRate, steps))),
        network,
        new TargetLoss());
  }

  /** A network in double precision whose loss is the cross entropy, for derivatives. */
  static MultiLayerConfiguration differentiable(Network network) {
    return configuration(
        new NeuralNetConfiguration.Builder().dataType(DataType.DOUBLE), network, new LossMCXENT());
  }

  private static MultiLayerConfiguration configuration(
      NeuralNetConfiguration.Builder builder, Network network, ILossFunction loss) {
    NeuralNetConfiguration.ListBuilder list = builder.list();
    List<Layer> layers = network.layers();
    for (int i = 0; i < layers.size(); i++) {
      list.layer(i == layers.size() - 1 ? output(layers.get(i), loss) : hidden(layers.get(i)));
    }
    Shape in = network.input();
    boolean planes = layers.stream().anyMatch(layer -> !(layer instanceof DenseLayer));
    list.setInputType(
        planes
            ? InputType.convolutionalFlat(in.height(), in.width(), in.channels())
            : InputType.feedForward(in.size()));
    return list.build();
  }

  /** A network that only classifies. */
  static MultiLayerNetwork inference(Network network) {
    MultiLayerNetwork net = new MultiLayerNetwork(trainable(network, 1e-3, 1));
    net.init();
    ParameterLayout layout = ParameterLayout.of(network);
    Replica.put(net.params(), TrainableNetwork.parameters(network, layout));
    return net;
  }

  private static org.deeplearning4j.nn.conf.layers.Layer output(Layer layer, ILossFunction loss) {
    if (!(layer instanceof DenseLayer dense) || dense.activation() != Activation.IDENTITY) {
      throw new IllegalArgumentException(
          "layer "
              + layer.name()
              + ": only networks that end with a dense layer without activation can be retrained");
    }
    return new OutputLayer.Builder(loss)
        .name(dense.name())
        .nIn(dense.columns())
        .nOut(dense.rows())
        .activation(org.nd4j.linalg.activations.Activation.SOFTMAX)
        .build();
  }

  private static org.deeplearning4j.nn.conf.layers.Layer hidden(Layer layer) {
    if (layer instanceof DenseLayer dense) {
      return new org.deeplearning4j.nn.conf.layers.DenseLayer.Builder()
          .name(dense.name())
          .nIn(dense.columns())
          .nOut(dense.rows())
          .activation(activation(dense.activation()))
          .build();
    }
    if (layer instanceof ConvolutionLayer convolution) {
      Window window = convolution.window();
      return new org.deeplearning4j.nn.conf.layers.ConvolutionLayer.Builder(
              window.kernelHeight(), window.kernelWidth())
          .name(convolution.name())
          .nIn(convolution.input().channels())
          .nOut(convolution.rows())
          .stride(window.strideHeight(), window.strideWidth())
          .padding(symmetric(layer, window.padding()))
          .dilation(window.dilationHeight(), window.dilationWidth())
          .activation(activation(convolution.activation()))
          .build();
    }
    PoolingLayer pooling = (PoolingLayer) layer;
    Window window = pooling.window();
    return new SubsamplingLayer.Builder(
            pooling.kind() == PoolingLayer.Kind.MAX
                ? SubsamplingLayer.PoolingType.MAX
                : SubsamplingLayer.PoolingType.AVG,
            new int[] {window.kernelHeight(), window.kernelWidth()},
            new int[] {window.strideHeight(), window.strideWidth()})
        .name(pooling.name())
        .padding(symmetric(layer, window.padding()))
        .build();
  }

  private static int[] symmetric(Layer layer, Padding padding) {
    if (padding.top() != padding.bottom() || padding.left() != padding.right()) {
      throw new IllegalArgumentException(
          "layer " + layer.name() + ": only symmetric padding can be retrained, found " + padding);
    }
    return new int[] {padding.top(), padding.left()};
  }

  private static org.nd4j.linalg.activations.Activation activation(Activation activation) {
    return switch (activation) {
      case IDENTITY -> org.nd4j.linalg.activations.Activation.IDENTITY;
      case RELU -> org.nd4j.linalg.activations.Activation.RELU;
    };
  }
}
