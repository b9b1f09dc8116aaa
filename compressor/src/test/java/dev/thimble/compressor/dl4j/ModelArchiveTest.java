/*
 * Copyright 2026 The Thimble Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.thimble.compressor.dl4j;

import static org.assertj.core.api.Assertions.assertThat;

import dev.thimble.compressor.network.Activation;
import dev.thimble.compressor.network.ConvolutionLayer;
import dev.thimble.compressor.network.DenseLayer;
import dev.thimble.compressor.network.Layer;
import dev.thimble.compressor.network.Network;
import dev.thimble.compressor.network.Padding;
import dev.thimble.compressor.network.Shape;
import dev.thimble.compressor.network.WeightedLayer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.deeplearning4j.nn.conf.ConvolutionMode;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration.ListBuilder;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.ActivationLayer;
import org.deeplearning4j.nn.conf.layers.BatchNormalization;
import org.deeplearning4j.nn.conf.layers.DropoutLayer;
import org.deeplearning4j.nn.conf.layers.LossLayer;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.conf.layers.SubsamplingLayer;
import org.deeplearning4j.nn.conf.weightnoise.DropConnect;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nd4j.linalg.lossfunctions.LossFunctions.LossFunction;

class ModelArchiveTest {
  private static final Shape VECTOR = new Shape(1, 1, 3);

  @Test
  void readsRowsOfDenseWeights() throws IOException {
    Network network =
        ModelZip.of(
                list().layer(output(2)).setInputType(InputType.feedForward(3)).build(),
                1,
                2,
                3,
                4,
                5,
                6,
                7,
                8)
            .read(VECTOR);

    DenseLayer layer = (DenseLayer) network.layers().get(0);
    assertThat(layer.weights().effective()).containsExactly(1, 2, 3, 4, 5, 6);
    assertThat(layer.bias().toArray()).containsExactly(7, 8);
    assertThat(layer.activation()).isEqualTo(Activation.IDENTITY);
    assertThat(network.input()).isEqualTo(VECTOR);
    assertThat(network.inputScale()).isEqualTo(1.0 / 255);
    assertThat(network.inputZeroPoint()).isZero();
    assertThat(network.labels()).containsExactly("0", "1");
    assertThat(network.softmax()).isTrue();
  }

  @Test
  void readsRowsOfConvolutionWeightsAndExplicitPadding() throws IOException {
    Network network =
        ModelZip.of(
                list()
                    .layer(
                        new org.deeplearning4j.nn.conf.layers.ConvolutionLayer.Builder(2, 2)
                            .nOut(2)
                            .convolutionMode(ConvolutionMode.Same)
                            .activation(org.nd4j.linalg.activations.Activation.RELU)
                            .build())
                    .setInputType(InputType.convolutional(3, 3, 1))
                    .build(),
                10,
                20,
                1,
                2,
                3,
                4,
                5,
                6,
                7,
                8)
            .read(new Shape(1, 3, 3));

    ConvolutionLayer layer = (ConvolutionLayer) network.layers().get(0);
    assertThat(layer.bias().toArray()).containsExactly(10, 20);
    assertThat(layer.weights().effective()).containsExactly(1, 2, 3, 4, 5, 6, 7, 8);
    assertThat(layer.window().padding()).isEqualTo(new Padding(0, 0, 1, 1));
    assertThat(layer.activation()).isEqualTo(Activation.RELU);
    assertThat(network.softmax()).isFalse();
    assertThat(network.classes()).isEqualTo(18);
  }

  @Test
  void mergesLayersIntoTheWeightedOnes() throws IOException {
    Network network =
        ModelZip.of(
                list()
                    .layer(dense(2))
                    .layer(new DropoutLayer(0.5))
                    .layer(new BatchNormalization.Builder().useLogStd(false).eps(0).build())
                    .layer(new ActivationLayer(org.nd4j.linalg.activations.Activation.RELU))
                    .layer(dense(1))
                    .layer(
                        new LossLayer.Builder(LossFunction.MSE)
                            .activation(org.nd4j.linalg.activations.Activation.IDENTITY)
                            .build())
                    .setInputType(InputType.feedForward(1))
                    .build(),
                // weights, biases; gamma, beta, mean, variance; weights, bias
                1,
                2,
                3,
                4,
                10,
                20,
                5,
                6,
                1,
                1,
                4,
                16,
                1,
                1,
                0)
            .read(Shape.vector(1));

    assertThat(network.layers()).extracting(Layer::name).containsExactly("fc1", "fc2");
    WeightedLayer first = network.weightedLayers().get(0);
    assertThat(first.activation()).isEqualTo(Activation.RELU);
    assertThat(first.weights().effective()).containsExactly(5, 10);
    // gamma / deviation * (bias - mean) + beta
    assertThat(first.bias().toArray()).containsExactly(5 * 2 + 5, 5 * 3 + 6);
  }

  @Test
  void keepsUsableNamesAndDerivesOthers() throws IOException {
    Network network =
        ModelZip.of(
                list()
                    .layer(named("fc3", 1))
                    .layer(named("twice", 1))
                    .layer(named("twice", 1))
                    .layer(dense(1))
                    .layer(named("bell\u0007", 1))
                    .layer(output(1))
                    .setInputType(InputType.feedForward(1))
                    .build(),
                new float[12])
            .read(Shape.vector(1));

    assertThat(network.layers())
        .extracting(Layer::name)
        .containsExactly("fc3", "twice", "fc3_", "fc4", "fc5", "fc6");
  }

  @Test
  void ignoresWhatActsInTrainingOnly() throws IOException {
    Network network =
        ModelZip.of(
                new NeuralNetConfiguration.Builder()
                    .weightNoise(new DropConnect(0.5))
                    .dropOut(0.5)
                    .l2(0.1)
                    .list()
                    .layer(output(1))
                    .setInputType(InputType.feedForward(1))
                    .build(),
                2,
                3)
            .read(Shape.vector(1));

    assertThat(network.weightedLayers().get(0).weights().effective()).containsExactly(2);
  }

  @Test
  void takesLayersWithoutBias() throws IOException {
    Network network =
        ModelZip.of(
                list()
                    .layer(new OutputLayer.Builder().nOut(2).hasBias(false).build())
                    .setInputType(InputType.feedForward(1))
                    .build(),
                2,
                3)
            .read(Shape.vector(1));

    assertThat(network.weightedLayers().get(0).bias().toArray()).containsExactly(0, 0);
  }

  @Test
  void dropsReluAfterAverageOfRelu() throws IOException {
    Network network =
        ModelZip.of(
                list()
                    .layer(
                        new org.deeplearning4j.nn.conf.layers.ConvolutionLayer.Builder(1, 1)
                            .nOut(1)
                            .activation(org.nd4j.linalg.activations.Activation.RELU)
                            .build())
                    .layer(new SubsamplingLayer.Builder(SubsamplingLayer.PoolingType.AVG).build())
                    .layer(new ActivationLayer(org.nd4j.linalg.activations.Activation.RELU))
                    .setInputType(InputType.convolutional(4, 4, 1))
                    .build(),
                1,
                2)
            .read(new Shape(1, 4, 4));

    assertThat(network.layers()).extracting(Layer::name).containsExactly("conv1", "pool1");
    assertThat(network.weightedLayers().get(0).activation()).isEqualTo(Activation.RELU);
  }

  @Test
  void readsEntriesInAnyOrder(@TempDir Path directory) throws IOException {
    ModelZip zip =
        ModelZip.of(list().layer(output(1)).setInputType(InputType.feedForward(1)).build(), 2, 3);
    byte[] configuration = zip.entry("configuration.json");
    Path file = directory.resolve("again.zip");
    Files.write(
        file, zip.without("configuration.json").with("configuration.json", configuration).bytes());

    Network network = ModelArchive.read(file, Shape.vector(1));

    assertThat(network.parameters()).isEqualTo(2);
  }

  private static ListBuilder list() {
    return new NeuralNetConfiguration.Builder().list();
  }

  private static org.deeplearning4j.nn.conf.layers.DenseLayer dense(int outputs) {
    return named(null, outputs);
  }

  private static org.deeplearning4j.nn.conf.layers.DenseLayer named(String name, int outputs) {
    return new org.deeplearning4j.nn.conf.layers.DenseLayer.Builder()
        .name(name)
        .nOut(outputs)
        .activation(org.nd4j.linalg.activations.Activation.IDENTITY)
        .build();
  }

  private static OutputLayer output(int outputs) {
    return new OutputLayer.Builder(LossFunction.MSE)
        .nOut(outputs)
        .activation(
            outputs == 1
                ? org.nd4j.linalg.activations.Activation.IDENTITY
                : org.nd4j.linalg.activations.Activation.SOFTMAX)
        .build();
  }
}
