/*
 * Copyright 2026 The Thimble Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.thimble.compressor.dl4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.thimble.compressor.network.FloatNetwork;
import dev.thimble.compressor.network.Network;
import dev.thimble.compressor.network.Shape;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import org.deeplearning4j.nn.conf.ConvolutionMode;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration.ListBuilder;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.BatchNormalization;
import org.deeplearning4j.nn.conf.layers.ConvolutionLayer;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.conf.layers.SubsamplingLayer;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.deeplearning4j.util.ModelSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.dataset.api.preprocessor.DataNormalization;
import org.nd4j.linalg.dataset.api.preprocessor.ImagePreProcessingScaler;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.lossfunctions.LossFunctions.LossFunction;

/** What is read computes what Deeplearning4j computes. */
class ModelFidelityTest {
  private static final double TOLERANCE = 1e-4;
  private static final int IMAGES = 4;

  @Test
  void computesWhatRandomDenseNetworksCompute() throws IOException {
    for (int seed = 0; seed < 25; seed++) {
      Shape shape = new Shape(1 + seed % 3, 3 + seed % 4, 5);
      MultiLayerNetwork model = new RandomNetworks(seed).dense(shape.size());
      requireSameOutputs("seed " + seed, model, shape, null);
    }
  }

  @Test
  void computesWhatRandomConvolutionalNetworksCompute() throws IOException {
    for (int seed = 0; seed < 60; seed++) {
      Shape shape = new Shape(1 + seed % 3, 8 + seed % 4, 9 + seed % 3);
      boolean flat = seed % 2 == 0;
      MultiLayerNetwork model = new RandomNetworks(seed).convolutional(images(shape, flat));
      requireSameOutputs("seed " + seed, model, shape, null);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "7, 3, 2, 1", // symmetric
    "8, 3, 2, 1", // the odd cell after
    "8, 4, 1, 1",
    "9, 2, 3, 1", // a stride larger than the kernel
    "8, 1, 3, 1", // a gap before the last cell
    "10, 3, 1, 2" // dilated
  })
  void padsAsModeSameDoes(int side, int kernel, int stride, int dilation) throws IOException {
    ListBuilder list =
        RandomNetworks.list()
            .layer(
                new ConvolutionLayer.Builder(kernel, kernel)
                    .nOut(3)
                    .stride(stride, stride)
                    .dilation(dilation, dilation)
                    .convolutionMode(ConvolutionMode.Same)
                    .build());
    requireSame(list, new Shape(2, side, side));
  }

  @ParameterizedTest
  @CsvSource({
    "MAX, 7, 2, 2, Same, 0",
    "MAX, 8, 3, 2, Same, 0",
    "MAX, 8, 3, 2, Truncate, 1",
    "AVG, 7, 2, 2, Same, 0",
    "AVG, 8, 3, 2, Same, 0",
    "AVG, 8, 3, 2, Truncate, 1",
    "AVG, 8, 3, 3, Truncate, 0"
  })
  void poolsCellsInsideTheImageOnly(
      SubsamplingLayer.PoolingType type,
      int side,
      int kernel,
      int stride,
      ConvolutionMode mode,
      int padding)
      throws IOException {
    ListBuilder list =
        RandomNetworks.list()
            .layer(
                new SubsamplingLayer.Builder(type)
                    .kernelSize(kernel, kernel)
                    .stride(stride, stride)
                    .padding(padding, padding)
                    .convolutionMode(mode)
                    .build());
    requireSame(list, new Shape(2, side, side));
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void foldsNormalizationWithFixedScale(boolean logarithmic) throws IOException {
    ListBuilder list =
        RandomNetworks.list()
            .layer(
                new ConvolutionLayer.Builder(3, 3)
                    .nOut(4)
                    .padding(1, 1)
                    .activation(Activation.IDENTITY)
                    .build())
            .layer(new BatchNormalization.Builder(1.7, -0.4, true).useLogStd(logarithmic).build());
    requireSame(list, new Shape(1, 6, 6));
  }

  @ParameterizedTest
  @CsvSource({"0, 1, 255", "0, 255, 255", "-0.2, 0.8, 255", "-1, 3, 252"})
  void scalesImagesAsTheNormalizerDoes(double min, double max, double largest) throws IOException {
    ImagePreProcessingScaler scaler = new ImagePreProcessingScaler(min, max);
    scaler.setMaxPixelVal(largest);
    Shape shape = new Shape(1, 4, 4);
    requireSameOutputs("scaled", new RandomNetworks(1).dense(shape.size()), shape, scaler);
  }

  @Test
  void readsWeightsOfDoublePrecision() throws IOException {
    Shape shape = new Shape(1, 4, 4);
    MultiLayerNetwork model =
        new RandomNetworks(3).dense(shape.size()).convertDataType(DataType.DOUBLE);
    requireSameOutputs("double", model, shape, null);
  }

  private static void requireSame(ListBuilder list, Shape shape) throws IOException {
    list.layer(
        new OutputLayer.Builder(LossFunction.MSE).nOut(5).activation(Activation.IDENTITY).build());
    MultiLayerNetwork model = new RandomNetworks(7).network(list, images(shape, true));
    requireSameOutputs("network", model, shape, null);
  }

  private static InputType images(Shape shape, boolean flat) {
    return flat
        ? InputType.convolutionalFlat(shape.height(), shape.width(), shape.channels())
        : InputType.convolutional(shape.height(), shape.width(), shape.channels());
  }

  private static void requireSameOutputs(
      String name, MultiLayerNetwork model, Shape shape, DataNormalization scaler)
      throws IOException {
    Network network = read(name, model, shape, scaler);
    FloatNetwork runner = new FloatNetwork(network);
    byte[] pixels = new byte[IMAGES * shape.size()];
    new Random(5).nextBytes(pixels);
    double[][] expected = outputs(model, pixels, shape, scaler);
    for (int i = 0; i < IMAGES; i++) {
      double[] found = outputs(runner.logits(pixels, i * shape.size()), network.softmax());
      assertThat(found).as("%s, image %d", name, i).hasSameSizeAs(expected[i]);
      for (int o = 0; o < found.length; o++) {
        assertThat(found[o])
            .as("%s, image %d, output %d", name, i, o)
            .isCloseTo(expected[i][o], within(TOLERANCE * (1 + Math.abs(expected[i][o]))));
      }
    }
  }

  private static Network read(
      String name, MultiLayerNetwork model, Shape shape, DataNormalization scaler)
      throws IOException {
    ByteArrayOutputStream zip = new ByteArrayOutputStream();
    ModelSerializer.writeModel(model, zip, true);
    if (scaler == null) {
      return ModelArchive.read(name, new ByteArrayInputStream(zip.toByteArray()), shape);
    }
    // Deeplearning4j fails to write a normalizer together with its model.
    Path file = Files.createTempFile("model", ".zip");
    try {
      Files.write(file, zip.toByteArray());
      ModelSerializer.addNormalizerToModel(file.toFile(), scaler);
      return ModelArchive.read(file, shape);
    } finally {
      Files.delete(file);
    }
  }

  private static double[][] outputs(
      MultiLayerNetwork model, byte[] pixels, Shape shape, DataNormalization scaler) {
    float[] values = new float[pixels.length];
    for (int i = 0; i < values.length; i++) {
      values[i] = (pixels[i] & 0xFF) / (scaler == null ? 255f : 1f);
    }
    boolean planes =
        model.getLayerWiseConfigurations().getInputPreProcess(0) == null
            && model.getLayer(0).conf().getLayer() instanceof ConvolutionLayer;
    long[] dimensions =
        planes
            ? new long[] {IMAGES, shape.channels(), shape.height(), shape.width()}
            : new long[] {IMAGES, shape.size()};
    INDArray input = Nd4j.create(values, dimensions, 'c');
    if (scaler != null) {
      scaler.transform(input);
    }
    return model.output(input, false).toDoubleMatrix();
  }

  private static double[] outputs(float[] logits, boolean softmax) {
    double[] values = new double[logits.length];
    double sum = 0;
    for (int i = 0; i < values.length; i++) {
      values[i] = softmax ? Math.exp(logits[i]) : logits[i];
      sum += values[i];
    }
    for (int i = 0; softmax && i < values.length; i++) {
      values[i] /= sum;
    }
    return values;
  }
}
