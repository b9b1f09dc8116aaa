/*
 * Copyright 2026 The Thimble Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.thimble.compressor.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class NetworkTest {
  @Test
  void countsParameters() {
    assertThat(RandomNetworks.lenet300(1, 1).parameters()).isEqualTo(266_610);
    assertThat(RandomNetworks.lenet5(1, 1).parameters()).isEqualTo(431_080);
    assertThat(RandomNetworks.lenet300(1, 1).keptCount()).isEqualTo(266_200);
  }

  @Test
  void replacesWeightsByName() {
    Network network = RandomNetworks.lenet300(1, 1);
    Weights zeros = DenseWeights.of(100, 300, new float[30_000]);
    Network changed = network.withWeights(Map.of("fc2", zeros));
    assertThat(((WeightedLayer) changed.layer("fc2")).weights()).isSameAs(zeros);
    assertThat(changed.layer("fc1")).isEqualTo(network.layer("fc1"));
  }

  @Test
  void refusesWeightsForAnUnknownLayer() {
    Network network = RandomNetworks.lenet300(1, 1);
    Weights zeros = DenseWeights.of(1, 1, new float[1]);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> network.withWeights(Map.of("fc9", zeros)))
        .withMessage("there is no layer fc9");
  }

  @Test
  void refusesLayersThatDoNotFit() {
    Random random = new Random(1);
    DenseLayer first = RandomNetworks.dense(random, "a", Shape.vector(4), 3, Activation.RELU, 1);
    DenseLayer second =
        RandomNetworks.dense(random, "b", Shape.vector(5), 2, Activation.IDENTITY, 1);
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                new Network(
                    Shape.vector(4), 1, 0, List.of(first, second), List.of("x", "y"), false))
        .withMessage("layer b takes 5, but is given 3");
  }

  @Test
  void refusesTheWrongNumberOfLabels() {
    DenseLayer layer =
        RandomNetworks.dense(new Random(1), "a", Shape.vector(4), 3, Activation.IDENTITY, 1);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Network(Shape.vector(4), 1, 0, List.of(layer), List.of("x"), false))
        .withMessage("expected one label for each of 3 outputs, found 1");
  }

  @Test
  void refusesNanWeightsByLayerAndIndex() {
    DenseWeights weights = DenseWeights.of(1, 3, new float[] {0, 1, Float.NaN});
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                new DenseLayer(
                    "fc7", Shape.vector(3), weights, FloatVector.zeros(1), Activation.RELU))
        .withMessage("layer fc7: weight 2 must be finite, found NaN");
  }

  @Test
  void refusesInfiniteBiases() {
    DenseWeights weights = DenseWeights.of(1, 1, new float[1]);
    FloatVector bias = FloatVector.of(Float.NEGATIVE_INFINITY);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new DenseLayer("fc7", Shape.vector(1), weights, bias, Activation.RELU))
        .withMessage("layer fc7: bias 0 must be finite, found -Infinity");
  }

  @Test
  void refusesWeightsOfTheWrongWidth() {
    DenseWeights weights = DenseWeights.of(1, 2, new float[2]);
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                new DenseLayer(
                    "fc7", Shape.vector(3), weights, FloatVector.zeros(1), Activation.RELU))
        .withMessage("layer fc7: expected 3 weights per output channel, found 2");
  }

  @Test
  void namesTheLayerThatAStageCannotTake() {
    WeightedLayer layer = RandomNetworks.lenet300(1, 0.5).weightedLayers().get(0);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> layer.requireKind("cluster", "quantized"))
        .withMessage("layer fc1: cluster needs quantized weights, found pruned");
  }

  @Test
  void refusesGroups() {
    Shape input = new Shape(2, 4, 4);
    DenseWeights weights = DenseWeights.of(2, 2, new float[4]);
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                new ConvolutionLayer(
                    "conv3",
                    input,
                    Window.square(1, 1),
                    2,
                    weights,
                    FloatVector.zeros(2),
                    Activation.RELU))
        .withMessage("layer conv3: only convolutions of 1 group are supported, found 2");
  }
}
