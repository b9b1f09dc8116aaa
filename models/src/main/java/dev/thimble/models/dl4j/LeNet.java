/*
 * Copyright 2026 The Thimble Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.thimble.models.dl4j;

import dev.thimble.models.ReferenceNetwork;
import dev.thimble.models.data.ImageShape;
import org.deeplearning4j.nn.conf.MultiLayerConfiguration;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.ConvolutionLayer;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.conf.layers.SubsamplingLayer;
import org.deeplearning4j.nn.weights.WeightInit;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.learning.config.IUpdater;
import org.nd4j.linalg.lossfunctions.LossFunctions.LossFunction;

/**
 * Configurations of the reference networks. Input is {@code [batch, channels * height * width]},
 * output the class probabilities.
 *
 * <p>lenet-5 has a ReLU behind each convolution, which Caffe's lacks: activations then start at 0,
 * and 8-bit inference gains a bit of resolution.
 */
final class LeNet {
  private static final int KERNEL = 5;
  private static final int POOL = 2;

  /** Below this the second pooling of lenet-5 has nothing left. */
  private static final int MIN_LENET_5_SIDE = 16;

  private LeNet() {}

  /**
   * Describes a network; its first weights depend on {@code seed} alone.
   *
   * @throws IllegalArgumentException if the images are too small for the network
   */
  static MultiLayerConfiguration configuration(
      ReferenceNetwork network, ImageShape shape, int classCount, long seed, IUpdater updater) {
    NeuralNetConfiguration.ListBuilder layers =
        new NeuralNetConfiguration.Builder()
            .seed(seed)
            .updater(updater)
            .weightInit(WeightInit.RELU)
            .activation(Activation.RELU)
            .list();
    return switch (network) {
      case LENET_300_100 -> lenet300(layers, shape, classCount);
      case LENET_5 -> lenet5(layers, shape, classCount);
    };
  }

  private static MultiLayerConfiguration lenet300(
      NeuralNetConfiguration.ListBuilder layers, ImageShape shape, int classCount) {
    return layers
        .layer(dense("fc1", 300))
        .layer(dense("fc2", 100))
        .layer(output("fc3", classCount))
        .setInputType(InputType.feedForward(shape.size()))
        .build();
  }

  private static MultiLayerConfiguration lenet5(
      NeuralNetConfiguration.ListBuilder layers, ImageShape shape, int classCount) {
    if (Math.min(shape.height(), shape.width()) < MIN_LENET_5_SIDE) {
      throw new IllegalArgumentException(
          "lenet-5 needs images of at least "
              + MIN_LENET_5_SIDE
              + "x"
              + MIN_LENET_5_SIDE
              + ", got "
              + shape);
    }
    return layers
        .layer(convolution("conv1", 20))
        .layer(maxPool("pool1"))
        .layer(convolution("conv2", 50))
        .layer(maxPool("pool2"))
        .layer(dense("fc1", 500))
        .layer(output("fc2", classCount))
        .setInputType(InputType.convolutionalFlat(shape.height(), shape.width(), shape.channels()))
        .build();
  }

  private static DenseLayer dense(String name, int outputs) {
    return new DenseLayer.Builder().name(name).nOut(outputs).build();
  }

  private static ConvolutionLayer convolution(String name, int outputs) {
    return new ConvolutionLayer.Builder(KERNEL, KERNEL).name(name).nOut(outputs).build();
  }

  private static SubsamplingLayer maxPool(String name) {
    return new SubsamplingLayer.Builder(SubsamplingLayer.PoolingType.MAX)
        .name(name)
        .kernelSize(POOL, POOL)
        .stride(POOL, POOL)
        .build();
  }

  private static OutputLayer output(String name, int classCount) {
    return new OutputLayer.Builder(LossFunction.MCXENT)
        .name(name)
        .nOut(classCount)
        .activation(Activation.SOFTMAX)
        .build();
  }
}
