/*
 * Copyright 2026 The Thimble Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.thimble.compressor.structure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.thimble.compressor.network.Activation;
import dev.thimble.compressor.network.ConvolutionLayer;
import dev.thimble.compressor.network.DenseLayer;
import dev.thimble.compressor.network.DenseWeights;
import dev.thimble.compressor.network.FloatNetwork;
import dev.thimble.compressor.network.FloatVector;
import dev.thimble.compressor.network.Layer;
import dev.thimble.compressor.network.Network;
import dev.thimble.compressor.network.Padding;
import dev.thimble.compressor.network.PoolingLayer;
import dev.thimble.compressor.network.PrunedWeights;
import dev.thimble.compressor.network.RandomNetworks;
import dev.thimble.compressor.network.Shape;
import dev.thimble.compressor.network.WeightedLayer;
import dev.thimble.compressor.network.Window;
import dev.thimble.compressor.quantize.Calibration;
import dev.thimble.compressor.quantize.Granularity;
import dev.thimble.compressor.quantize.IntegerNetwork;
import dev.thimble.compressor.quantize.QuantizeOptions;
import dev.thimble.compressor.quantize.Quantizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StructureReducerTest {

  @Test
  void removesWhatNothingReadsAndWhatNeverFires() {
    Network network = dense(2, 0.5f, -0.25f);
    Network reduced = StructureReducer.reduce(network);
    // Unit 1 has no reader, unit 2 no weights and a bias that ReLU makes 0.
    assertThat(reduced.weightedLayers()).extracting(WeightedLayer::rows).containsExactly(1, 1);
    assertThat(reduced.weightedLayers().get(0).weights().effective()).containsExactly(1, 2);
    assertThat(reduced.weightedLayers().get(1).weights().effective()).containsExactly(3);
    assertThat(reduced.weightedLayers().get(1).bias()).isEqualTo(FloatVector.of(0.75f));
  }

  @Test
  void movesAConstantIntoTheNextBias() {
    Network reduced = StructureReducer.reduce(dense(2, 0.5f, 0.25f));
    assertThat(reduced.weightedLayers().get(0).rows()).isEqualTo(1);
    assertThat(reduced.weightedLayers().get(1).bias()).isEqualTo(FloatVector.of(0.75f + 5 * 0.25f));
  }

  @Test
  void leavesAUsefulNetworkAlone() {
    Network network = RandomNetworks.lenet300(3, 1);
    assertThat(StructureReducer.reduce(network)).isSameAs(network);
  }

  @Test
  void keepsAChannelWhereNoneIsUseful() {
    Network network = dense(0, -1, -1);
    assertThat(StructureReducer.reduce(network).weightedLayers().get(0).rows()).isEqualTo(1);
  }

  @Test
  void goesOnWhereARemovedUnitWasTheOnlyReader() {
    Shape two = Shape.vector(2);
    PrunedWeights straight = sparse(2, 2, 1, 0, 0, 1);
    PrunedWeights firstOnly = sparse(1, 2, 1, 0);
    Network network =
        network(
            new Shape(1, 1, 2),
            layer("fc1", new Shape(1, 1, 2), straight, 0, 0),
            layer("fc2", two, straight, 0, 0),
            new DenseLayer("fc3", two, firstOnly, FloatVector.zeros(1), Activation.IDENTITY));
    assertThat(StructureReducer.reduce(network).weightedLayers())
        .extracting(WeightedLayer::rows)
        .containsExactly(1, 1, 1);
  }

  @Test
  void keepsAConstantFilterThatPaddingMakesUneven() {
    Shape image = new Shape(1, 4, 4);
    Window one = Window.square(1, 1);
    ConvolutionLayer constant =
        new ConvolutionLayer(
            "conv1", image, one, 1, sparse(2, 1, 1, 0), FloatVector.of(0, 2), Activation.RELU);
    Window padded = new Window(3, 3, 1, 1, new Padding(1, 1, 1, 1), 1, 1);
    float[] weights = new float[18];
    Arrays.fill(weights, 1);
    ConvolutionLayer reader =
        new ConvolutionLayer(
            "conv2",
            constant.output(),
            padded,
            1,
            DenseWeights.of(1, 18, weights),
            FloatVector.zeros(1),
            Activation.IDENTITY);
    assertThat(StructureReducer.reduce(network(image, constant, reader)).weightedLayers().get(0))
        .isSameAs(constant);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void theRealFunctionStaysTheSame(long seed) {
    Network network = sparseConvolutions(seed, 0.3f);
    Network reduced = StructureReducer.reduce(network);
    assertThat(reduced.parameters()).isLessThan(network.parameters());
    byte[] images = RandomNetworks.images(network, 5, seed);
    for (int i = 0; i < 5; i++) {
      float[] before = new FloatNetwork(network).logits(images, i * network.input().size());
      float[] after = new FloatNetwork(reduced).logits(images, i * network.input().size());
      for (int k = 0; k < before.length; k++) {
        assertThat(after[k]).isCloseTo(before[k], within(1e-4f));
      }
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void theIntegerScoresOnTheSameGridsStayTheSameBitForBit(long seed) {
    Network network = withLargestWeightsInUse(sparseConvolutions(seed, -0.3f));
    Network reduced = StructureReducer.reduce(network);
    assertThat(reduced.parameters()).isLessThan(network.parameters());
    byte[] images = RandomNetworks.images(network, 20, seed);
    QuantizeOptions options = QuantizeOptions.DEFAULT.withGranularity(Granularity.LAYER);
    Quantizer quantizer = new Quantizer(options);
    Network quantized = quantizer.quantize(network);
    Calibration calibration = Calibration.fit(quantized, images, options);
    IntegerNetwork before = IntegerNetwork.of(quantized, calibration, options);
    IntegerNetwork after = IntegerNetwork.of(quantizer.quantize(reduced), calibration, options);
    for (int i = 0; i < 20; i++) {
      assertThat(after.scores(images, i * network.input().size()))
          .isEqualTo(before.scores(images, i * network.input().size()));
    }
  }

  /** So that a layer's scale does not depend on weights that are removed. */
  private static Network withLargestWeightsInUse(Network network) {
    Network reduced = StructureReducer.reduce(network);
    List<WeightedLayer> layers = new ArrayList<>();
    for (int i = 0; i < network.weightedLayers().size(); i++) {
      WeightedLayer layer = network.weightedLayers().get(i);
      PrunedWeights weights = (PrunedWeights) layer.weights();
      float inUse = firstKept(reduced.weightedLayers().get(i).weights().effective());
      float[] values = weights.values();
      for (int k = 0; k < values.length; k++) {
        values[k] = values[k] == inUse ? 9 : values[k];
      }
      layers.add(
          layer.withWeights(
              PrunedWeights.of(weights.rows(), weights.columns(), values, weights.mask())));
    }
    return network.withWeightedLayers(layers);
  }

  private static float firstKept(float[] values) {
    int i = 0;
    while (values[i] == 0) {
      i++;
    }
    return values[i];
  }

  /** Convolution, pooling, convolution, dense: sparse enough for useless channels everywhere. */
  private static Network sparseConvolutions(long seed, float deadBias) {
    Random random = new Random(seed);
    Shape image = new Shape(1, 10, 10);
    ConvolutionLayer first = convolution(random, "conv1", image, Window.square(3, 1), 6, deadBias);
    PoolingLayer pool =
        new PoolingLayer("pool1", first.output(), PoolingLayer.Kind.AVERAGE, Window.square(2, 2));
    ConvolutionLayer second =
        convolution(random, "conv2", pool.output(), Window.square(2, 1), 8, deadBias);
    DenseLayer scores =
        RandomNetworks.dense(random, "fc1", second.output(), 5, Activation.IDENTITY, 0.2);
    return network(image, first, pool, second, scores);
  }

  /** Every third filter has no weights and the given bias. */
  private static ConvolutionLayer convolution(
      Random random, String name, Shape input, Window window, int filters, float deadBias) {
    ConvolutionLayer layer =
        RandomNetworks.convolution(random, name, input, window, filters, Activation.RELU, 0.5);
    PrunedWeights weights = (PrunedWeights) layer.weights();
    boolean[] kept = weights.mask();
    float[] biases = layer.bias().toArray();
    for (int i = 0; i < kept.length; i++) {
      kept[i] &= i / layer.columns() % 3 != 1;
    }
    for (int filter = 1; filter < filters; filter += 3) {
      biases[filter] = deadBias;
    }
    return layer
        .withWeights(PrunedWeights.of(filters, layer.columns(), weights.values(), kept))
        .withBias(FloatVector.of(biases));
  }

  /** Inputs 2, hidden units 3 (unit 0 useful, unit 1 unread, unit 2 without weights), output 1. */
  private static Network dense(float secondWeight, float unreadBias, float deadBias) {
    Shape image = new Shape(1, 1, 2);
    PrunedWeights hidden = sparse(3, 2, secondWeight == 0 ? 0 : 1, secondWeight, 1, 1, 0, 0);
    return network(
        image,
        layer("fc1", image, hidden, -1, unreadBias, deadBias),
        new DenseLayer(
            "fc2",
            Shape.vector(3),
            sparse(1, 3, 3, 0, 5),
            FloatVector.of(0.75f),
            Activation.IDENTITY));
  }

  private static DenseLayer layer(
      String name, Shape input, PrunedWeights weights, float... biases) {
    return new DenseLayer(name, input, weights, FloatVector.of(biases), Activation.RELU);
  }

  /** Weights of which those that are 0 are pruned. */
  private static PrunedWeights sparse(int rows, int columns, float... values) {
    boolean[] kept = new boolean[values.length];
    for (int i = 0; i < kept.length; i++) {
      kept[i] = values[i] != 0;
    }
    return PrunedWeights.of(rows, columns, values, kept);
  }

  private static Network network(Shape image, Layer... layers) {
    int outputs = layers[layers.length - 1].output().size();
    return new Network(
        image,
        1 / 255.0,
        0,
        new ArrayList<>(List.of(layers)),
        Network.numberedLabels(outputs),
        true);
  }
}
