/*
 * Copyright 2026 The Thimble Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.thimble.compressor.dl4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.thimble.compressor.network.Shape;
import org.deeplearning4j.nn.conf.CNN2DFormat;
import org.deeplearning4j.nn.conf.ComputationGraphConfiguration;
import org.deeplearning4j.nn.conf.ConvolutionMode;
import org.deeplearning4j.nn.conf.MultiLayerConfiguration;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration.ListBuilder;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.ActivationLayer;
import org.deeplearning4j.nn.conf.layers.BatchNormalization;
import org.deeplearning4j.nn.conf.layers.ConvolutionLayer;
import org.deeplearning4j.nn.conf.layers.Deconvolution2D;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.GlobalPoolingLayer;
import org.deeplearning4j.nn.conf.layers.LSTM;
import org.deeplearning4j.nn.conf.layers.Layer;
import org.deeplearning4j.nn.conf.layers.LocalResponseNormalization;
import org.deeplearning4j.nn.conf.layers.LossLayer;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.conf.layers.SubsamplingLayer;
import org.deeplearning4j.nn.conf.layers.SubsamplingLayer.PoolingType;
import org.deeplearning4j.nn.conf.preprocessor.CnnToFeedForwardPreProcessor;
import org.deeplearning4j.nn.conf.preprocessor.FeedForwardToCnnPreProcessor;
import org.deeplearning4j.nn.conf.preprocessor.RnnToFeedForwardPreProcessor;
import org.deeplearning4j.nn.conf.weightnoise.IWeightNoise;
import org.deeplearning4j.nn.workspace.LayerWorkspaceMgr;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.activations.impl.ActivationReLU;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.lossfunctions.LossFunctions.LossFunction;

/** What cannot be expressed is refused by name, from the configuration alone. */
class UnsupportedModelTest {
  private static final Shape IMAGES = new Shape(1, 8, 8);
  private static final InputType PLANES = InputType.convolutional(8, 8, 1);
  private static final String SUPPORTED =
      "a dense, convolution, subsampling, batch normalization, activation, dropout, output or loss"
          + " layer";

  @Test
  void refusesRecurrentLayers() {
    assertThat(
            refusal(
                list(new LSTM.Builder().name("memory").nIn(3).nOut(2).build(), output())
                    .setInputType(InputType.recurrent(3))))
        .isEqualTo("model: layer memory: expected " + SUPPORTED + ", found LSTM");
  }

  @Test
  void refusesSubclassesOfConvolutions() {
    assertThat(refusal(planes(new Deconvolution2D.Builder(2, 2).nOut(1).build())))
        .isEqualTo("model: layer layer0: expected " + SUPPORTED + ", found Deconvolution2D");
  }

  @Test
  void refusesOtherLayers() {
    assertThat(refusal(planes(convolution(), new LocalResponseNormalization())))
        .endsWith("layer layer1: expected " + SUPPORTED + ", found LocalResponseNormalization");
    assertThat(refusal(planes(convolution(), new GlobalPoolingLayer())))
        .endsWith("layer layer1: expected " + SUPPORTED + ", found GlobalPoolingLayer");
  }

  @Test
  void refusesUnknownClasses() {
    ModelZip zip =
        ModelZip.of(planes(convolution()).build())
            .replace("org.deeplearning4j.nn.conf.layers.ConvolutionLayer", "com.example.Mine");
    assertThat(refusal(zip))
        .isEqualTo(
            "model: configuration.json: expected a configuration as Deeplearning4j 1.0.0-M2.1"
                + " writes it, found the unknown type com.example.Mine");
  }

  @Test
  void refusesComputationGraphs() {
    ComputationGraphConfiguration graph =
        new NeuralNetConfiguration.Builder()
            .graphBuilder()
            .addInputs("in")
            .addLayer("out", output(), "in")
            .setOutputs("out")
            .setInputTypes(InputType.feedForward(3))
            .build();
    assertThat(refusal(new ModelZip().with("configuration.json", graph.toJson())))
        .isEqualTo(
            "model: configuration.json: expected a sequential network, found a computation graph");
  }

  @ParameterizedTest
  @EnumSource(names = {"TANH", "SIGMOID", "LEAKYRELU", "RELU6"})
  void refusesOtherActivations(Activation activation) {
    String type = activation.getActivationFunction().getClass().getSimpleName();
    assertThat(refusal(planes(dense(activation), output())))
        .isEqualTo(
            "model: layer fc1: expected an activation ReLU, identity or (last) softmax, found "
                + type);
  }

  @Test
  void refusesReluWithMaximum() {
    assertThat(refusal(planes(new ActivationLayer(new ActivationReLU(6.0, 0.0, 0.0)))))
        .isEqualTo(
            "model: layer layer0: expected a ReLU without maximum, threshold and negative slope,"
                + " found 6.0, 0.0, 0.0");
  }

  @Test
  void refusesSoftmaxBeforeTheEnd() {
    assertThat(refusal(planes(dense(Activation.SOFTMAX), output())))
        .isEqualTo(
            "model: layer fc2: expected softmax at the end, found one before a layer of type OutputLayer");
    assertThat(refusal(planes(dense(Activation.SOFTMAX), new ActivationLayer(Activation.RELU))))
        .isEqualTo(
            "model: layer layer1: expected softmax as the last function, found RELU after it");
  }

  @Test
  void refusesSoftmaxOfPlanes() {
    assertThat(refusal(planes(convolution(), new ActivationLayer(Activation.SOFTMAX))))
        .isEqualTo("model: layer layer1: expected a softmax of a vector, found one of 2x6x6");
  }

  @Test
  void refusesChannelsLast() {
    assertThat(
            refusal(
                list(convolution())
                    .setInputType(InputType.convolutional(8, 8, 1, CNN2DFormat.NHWC))))
        .isEqualTo("model: layer conv1: expected the data format NCHW, found NHWC");
  }

  @Test
  void refusesModesThatDoNotFit() {
    ListBuilder strided =
        planes(
            new ConvolutionLayer.Builder(3, 3)
                .nOut(1)
                .stride(2, 2)
                .activation(Activation.RELU)
                .build());
    assertThat(refusal(ModelZip.of(strided.build()).replace("\"Truncate\"", "\"Strict\"")))
        .isEqualTo(
            "model: layer conv1: expected windows that cover the input exactly, as its mode Strict"
                + " asks for, found side 8, extent 3, stride 2, padding 0");
    ModelZip causal =
        ModelZip.of(planes(convolution()).build()).replace("\"Truncate\"", "\"Causal\"");
    assertThat(refusal(causal))
        .isEqualTo("model: layer conv1: expected the mode Truncate, Strict or Same, found Causal");
  }

  @Test
  void refusesGapsInModeSame() {
    assertThat(
            refusal(
                planes(
                    new SubsamplingLayer.Builder(PoolingType.MAX)
                        .kernelSize(1, 1)
                        .stride(7, 7)
                        .convolutionMode(ConvolutionMode.Same)
                        .build()),
                new Shape(1, 14, 8)))
        .startsWith("model: layer pool1: expected windows that leave no gap, as its mode Same");
  }

  @Test
  void refusesKernelsLargerThanTheImage() {
    ModelZip zip =
        ModelZip.of(
            new NeuralNetConfiguration.Builder()
                .list()
                .layer(new ConvolutionLayer.Builder(9, 9).nIn(1).nOut(1).build())
                .build());
    assertThat(refusal(zip))
        .isEqualTo("model: layer conv1: the kernel covers 9 cells, the padded input has only 8");
  }

  @Test
  void refusesSidesThatOverflow() {
    ModelZip zip = ModelZip.of(planes(convolution()).build());
    assertThat(refusal(zip.replace("\"stride\" : [ 1, 1 ]", "\"stride\" : [ 0, 1 ]")))
        .isEqualTo(
            "model: layer conv1: expected a stride of two numbers in 1 ... 4096, found [0, 1]");
    zip = ModelZip.of(planes(convolution()).build());
    assertThat(refusal(zip.replace("\"kernelSize\" : [ 3, 3 ]", "\"kernelSize\" : [ 2147483647 ]")))
        .isEqualTo(
            "model: layer conv1: expected a kernel of two numbers in 1 ... 4096,"
                + " found [2147483647]");
  }

  @ParameterizedTest
  @EnumSource(names = {"SUM", "PNORM"})
  void refusesOtherPooling(PoolingType type) {
    assertThat(refusal(planes(pooling(type).pnorm(2).build())))
        .isEqualTo("model: layer pool1: expected pooling of type MAX or AVG, found " + type);
  }

  @Test
  void refusesAveragesOverPadding() {
    assertThat(
            refusal(
                planes(
                    pooling(PoolingType.AVG)
                        .padding(1, 1)
                        .avgPoolIncludePadInDivisor(true)
                        .build())))
        .isEqualTo(
            "model: layer pool1: expected an average over the cells inside the image, found one"
                + " over the padding too (avgPoolIncludePadInDivisor)");
  }

  @Test
  void refusesDilatedPooling() {
    assertThat(refusal(planes(pooling(PoolingType.MAX).dilation(2, 2).build())))
        .isEqualTo("model: layer pool1: pooling has no dilation");
  }

  @Test
  void refusesNormalizationThatCannotBeFolded() {
    String expected =
        "model: layer norm: expected a batch normalization of each output channel, directly after a"
            + " dense or convolution layer with identity activation, found one of ";
    assertThat(refusal(planes(normalization()))).isEqualTo(expected + "1 channels after the image");
    assertThat(refusal(planes(dense(Activation.RELU), normalization())))
        .isEqualTo(expected + "4 channels after layer fc1 of 4 channels and ReLU");
    assertThat(refusal(planes(convolution(), pooling(PoolingType.MAX).build(), normalization())))
        .isEqualTo(expected + "2 channels after pooling pool1");
    MultiLayerConfiguration flattened =
        list(
                new ConvolutionLayer.Builder(3, 3)
                    .nIn(1)
                    .nOut(2)
                    .activation(Activation.IDENTITY)
                    .build(),
                new BatchNormalization.Builder().nOut(72).name("norm").build())
            .inputPreProcessor(1, new CnnToFeedForwardPreProcessor(6, 6, 2))
            .build();
    assertThat(refusal(ModelZip.of(flattened)))
        .isEqualTo(expected + "72 channels after layer conv1 of 2 channels");
  }

  @Test
  void refusesReluThatCannotBeMerged() {
    String expected =
        "model: layer layer1: expected a ReLU after a dense or convolution layer, with nothing but"
            + " maximum pooling between, found ";
    assertThat(
            refusal(planes(pooling(PoolingType.MAX).build(), new ActivationLayer(Activation.RELU))))
        .isEqualTo(expected + "one on the image");
    assertThat(
            refusal(
                planes(
                    convolution(),
                    pooling(PoolingType.AVG).build(),
                    new ActivationLayer(Activation.RELU))))
        .isEqualTo(expected.replace("layer1", "layer2") + "one after the average pooling pool1");
  }

  @Test
  void refusesOutputsBeforeTheEnd() {
    assertThat(refusal(planes(output(), dense(Activation.RELU)).validateOutputLayerConfig(false)))
        .isEqualTo("model: layer fc1: expected OutputLayer at the end, found layers after it");
    assertThat(
            refusal(
                planes(
                        dense(Activation.RELU),
                        new LossLayer.Builder(LossFunction.MSE).build(),
                        output())
                    .validateOutputLayerConfig(false)))
        .isEqualTo("model: layer layer1: expected LossLayer at the end, found layers after it");
  }

  @Test
  void refusesLayerNormalization() {
    assertThat(refusal(planes(new DenseLayer.Builder().nOut(2).hasLayerNorm(true).build())))
        .isEqualTo("model: layer fc1: expected no layer normalization, found one");
  }

  @Test
  void refusesUnknownWeightNoise() {
    assertThat(
            refusal(planes(new DenseLayer.Builder().nOut(2).weightNoise(new Rounding()).build())))
        .isEqualTo(
            "model: layer fc1: expected weight noise that acts in training only, found Rounding");
  }

  @Test
  void refusesOtherPreprocessors() {
    String expected =
        " expected a CnnToFeedForwardPreProcessor before it, or a FeedForwardToCnnPreProcessor"
            + " before the first layer, found ";
    MultiLayerConfiguration sequence =
        list(new OutputLayer.Builder().nIn(64).nOut(2).build())
            .inputPreProcessor(0, new RnnToFeedForwardPreProcessor())
            .build();
    assertThat(refusal(ModelZip.of(sequence)))
        .isEqualTo("model: layer fc1:" + expected + "RnnToFeedForwardPreProcessor");
    assertThat(
            refusal(
                planes(dense(Activation.RELU), convolution())
                    .inputPreProcessor(1, new FeedForwardToCnnPreProcessor(2, 2, 1))))
        .isEqualTo("model: layer conv1:" + expected + "FeedForwardToCnnPreProcessor");
  }

  @Test
  void refusesFlatteningOfOtherShapes() {
    MultiLayerConfiguration configuration =
        list(
                new ConvolutionLayer.Builder(3, 3)
                    .nIn(1)
                    .nOut(2)
                    .activation(Activation.RELU)
                    .build(),
                new OutputLayer.Builder().nIn(72).nOut(2).build())
            .inputPreProcessor(1, new CnnToFeedForwardPreProcessor(4, 9, 2))
            .build();
    assertThat(refusal(ModelZip.of(configuration)))
        .isEqualTo("model: input of layer fc1: expected 2x4x9, found 2x6x6");
  }

  @Test
  void refusesImagesOfAnotherShape() {
    assertThat(refusal(planes(dense(Activation.RELU)), new Shape(1, 7, 8)))
        .isEqualTo("model: images: expected 1x8x8, found 1x7x8");
    assertThat(
            refusal(list(output()).setInputType(InputType.feedForward(784)), new Shape(1, 27, 28)))
        .isEqualTo("model: images: expected 784 values as layer fc1 takes, found 1x27x28");
    assertThat(refusal(planes(convolution()), new Shape(3, 8, 8)))
        .isEqualTo("model: images: expected 1 channels as layer conv1 takes, found 3x8x8");
    assertThat(
            refusal(
                list(convolution()).setInputType(InputType.convolutionalFlat(8, 8, 1)),
                new Shape(1, 9, 9)))
        .isEqualTo("model: images: expected 1x8x8, found 1x9x9");
  }

  @Test
  void refusesLayersThatDoNotFitTogether() {
    ModelZip zip = ModelZip.of(planes(dense(Activation.RELU), output()).build());
    assertThat(refusal(zip.replace("\"nin\" : 4", "\"nin\" : 5")))
        .isEqualTo("model: layer fc2: expected 4 values as the layer before it gives, found 5");
  }

  @Test
  void refusesNetworksWithoutWeights() {
    assertThat(refusal(planes(pooling(PoolingType.MAX).build())))
        .isEqualTo("model: network: expected a dense or convolution layer, found none");
  }

  @Test
  void refusesMoreParametersThanTheLimit() {
    ModelZip zip = ModelZip.of(list(new OutputLayer.Builder().nIn(64).nOut(77).build()).build());
    assertThat(refusal(zip.replace("\"nout\" : 77", "\"nout\" : 1099511627776")))
        .isEqualTo("model: layer fc1: expected 1 to 67108864 weights, found 1099511627776x64");
    zip = ModelZip.of(list(new OutputLayer.Builder().nIn(64).nOut(1 << 21).build()).build());
    assertThat(refusal(zip))
        .isEqualTo(
            "model: layer fc1: expected at most 67108864 parameters up to here, found 136314880");
  }

  private static ListBuilder list(Layer... layers) {
    ListBuilder list = new NeuralNetConfiguration.Builder().list();
    for (Layer layer : layers) {
      list.layer(layer);
    }
    return list;
  }

  private static ListBuilder planes(Layer... layers) {
    return list(layers).setInputType(PLANES);
  }

  private static ConvolutionLayer convolution() {
    return new ConvolutionLayer.Builder(3, 3).nOut(2).activation(Activation.IDENTITY).build();
  }

  private static SubsamplingLayer.Builder pooling(PoolingType type) {
    return new SubsamplingLayer.Builder(type).kernelSize(2, 2).stride(2, 2);
  }

  private static DenseLayer dense(Activation activation) {
    return new DenseLayer.Builder().nOut(4).activation(activation).build();
  }

  private static BatchNormalization normalization() {
    return new BatchNormalization.Builder().name("norm").build();
  }

  private static OutputLayer output() {
    return new OutputLayer.Builder(LossFunction.MCXENT).nOut(2).build();
  }

  private static String refusal(ListBuilder list) {
    return refusal(list, IMAGES);
  }

  private static String refusal(ListBuilder list, Shape images) {
    return refusal(ModelZip.of(list.build()), images);
  }

  private static String refusal(ModelZip zip) {
    return refusal(zip, IMAGES);
  }

  private static String refusal(ModelZip zip, Shape images) {
    return catchThrowableOfType(ModelReadException.class, () -> zip.read(images)).getMessage();
  }

  /** Noise that would also act when the network classifies. */
  public static final class Rounding implements IWeightNoise {
    private static final long serialVersionUID = 1L;

    @Override
    public INDArray getParameter(
        org.deeplearning4j.nn.api.Layer layer,
        String key,
        int iteration,
        int epoch,
        boolean train,
        LayerWorkspaceMgr workspaces) {
      return layer.getParam(key);
    }

    @Override
    public Rounding clone() {
      return this;
    }
  }
}
