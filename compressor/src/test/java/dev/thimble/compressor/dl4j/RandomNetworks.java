/*
 * Copyright 2026 The Thimble Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.thimble.compressor.dl4j;

import java.util.Random;
import org.deeplearning4j.nn.conf.ConvolutionMode;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration.ListBuilder;
import org.deeplearning4j.nn.conf.dropout.GaussianDropout;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.ActivationLayer;
import org.deeplearning4j.nn.conf.layers.BatchNormalization;
import org.deeplearning4j.nn.conf.layers.ConvolutionLayer;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.DropoutLayer;
import org.deeplearning4j.nn.conf.layers.LossLayer;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.conf.layers.SubsamplingLayer;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.lossfunctions.LossFunctions.LossFunction;

/** Networks of everything that can be read, with random parameters. */
final class RandomNetworks {
  private final Random random;

  RandomNetworks(long seed) {
    this.random = new Random(seed);
  }

  /** Dense layers only. */
  MultiLayerNetwork dense(int inputs) {
    ListBuilder list = list();
    for (int i = 0; i <= random.nextInt(3); i++) {
      dense(list);
    }
    end(list);
    return network(list, InputType.feedForward(inputs));
  }

  /** Convolutions and pooling, then dense layers. */
  MultiLayerNetwork convolutional(InputType images) {
    ListBuilder list = list();
    for (int i = 0; i <= random.nextInt(2); i++) {
      convolution(list);
      if (random.nextBoolean()) {
        pooling(list);
      }
    }
    if (random.nextBoolean()) {
      dense(list);
    }
    end(list);
    return network(list, images);
  }

  /** A network of these layers with random parameters. */
  MultiLayerNetwork network(ListBuilder list, InputType images) {
    MultiLayerNetwork network = new MultiLayerNetwork(list.setInputType(images).build());
    network.init();
    float[] values = new float[(int) network.numParams()];
    for (int i = 0; i < values.length; i++) {
      values[i] = (float) (random.nextGaussian() * 0.3);
    }
    network.setParams(Nd4j.create(values, new long[] {1, values.length}, 'c'));
    network.paramTable().forEach(this::makeStatistics);
    return network;
  }

  /** Variances are positive. */
  private void makeStatistics(String name, INDArray parameter) {
    for (int i = 0; name.endsWith("_var") && i < parameter.length(); i++) {
      parameter.putScalar(i, 0.2 + 3 * random.nextDouble());
    }
  }

  static ListBuilder list() {
    // Global settings that reach layers where they must not matter.
    return new NeuralNetConfiguration.Builder().activation(Activation.RELU).dropOut(0.7).list();
  }

  private void dense(ListBuilder list) {
    boolean normalized = random.nextInt(3) == 0;
    list.layer(
        new DenseLayer.Builder()
            .nOut(2 + random.nextInt(20))
            .hasBias(random.nextBoolean())
            .activation(normalized || random.nextBoolean() ? Activation.IDENTITY : Activation.RELU)
            .build());
    after(list, normalized);
  }

  private void convolution(ListBuilder list) {
    boolean normalized = random.nextBoolean();
    int[] kernel = {1 + random.nextInt(3), 1 + random.nextInt(3)};
    ConvolutionLayer.Builder builder =
        new ConvolutionLayer.Builder(kernel)
            .nOut(1 + random.nextInt(6))
            .hasBias(random.nextInt(4) > 0)
            .stride(1 + random.nextInt(kernel[0]), 1 + random.nextInt(kernel[1]))
            .dilation(random.nextInt(4) == 0 ? new int[] {2, 2} : new int[] {1, 1})
            .activation(normalized || random.nextBoolean() ? Activation.IDENTITY : Activation.RELU);
    if (random.nextBoolean()) {
      builder.convolutionMode(ConvolutionMode.Same);
    } else {
      builder.padding(random.nextInt(kernel[0]), random.nextInt(kernel[1]));
    }
    list.layer(builder.build());
    after(list, normalized);
  }

  /** Layers that become a part of the one before. */
  private void after(ListBuilder list, boolean normalized) {
    if (random.nextInt(4) == 0) {
      list.layer(new DropoutLayer(new GaussianDropout(0.3)));
    }
    if (normalized) {
      list.layer(
          new BatchNormalization.Builder()
              .useLogStd(random.nextBoolean())
              .eps(random.nextBoolean() ? 1e-5 : 0.1)
              .build());
    }
    if (random.nextBoolean()) {
      list.layer(new ActivationLayer(random.nextBoolean() ? Activation.RELU : Activation.IDENTITY));
    }
  }

  private void pooling(ListBuilder list) {
    boolean average = random.nextInt(3) == 0;
    int[] kernel = {1 + random.nextInt(2), 1 + random.nextInt(2)};
    SubsamplingLayer.Builder builder =
        new SubsamplingLayer.Builder(
                average ? SubsamplingLayer.PoolingType.AVG : SubsamplingLayer.PoolingType.MAX)
            .kernelSize(kernel)
            .stride(1 + random.nextInt(kernel[0]), 1 + random.nextInt(kernel[1]));
    if (random.nextBoolean()) {
      builder.convolutionMode(ConvolutionMode.Same);
    } else {
      builder.padding(random.nextInt(kernel[0]), random.nextInt(kernel[1]));
    }
    list.layer(builder.build());
    if (!average && random.nextBoolean()) {
      list.layer(new ActivationLayer(Activation.RELU));
    }
  }

  private void end(ListBuilder list) {
    int classes = 2 + random.nextInt(9);
    Activation activation = random.nextBoolean() ? Activation.SOFTMAX : Activation.IDENTITY;
    LossFunction loss = activation == Activation.SOFTMAX ? LossFunction.MCXENT : LossFunction.MSE;
    if (random.nextBoolean()) {
      list.layer(
          new OutputLayer.Builder(loss)
              .nOut(classes)
              .hasBias(random.nextBoolean())
              .activation(activation)
              .build());
    } else {
      list.layer(new DenseLayer.Builder().nOut(classes).activation(Activation.IDENTITY).build());
      list.layer(new LossLayer.Builder(loss).activation(activation).build());
    }
  }
}
