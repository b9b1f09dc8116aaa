/*
 * Copyright 2026 The Thimble Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.thimble.compressor.quantize;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import dev.thimble.compressor.network.Activation;
import dev.thimble.compressor.network.DenseLayer;
import dev.thimble.compressor.network.DenseWeights;
import dev.thimble.compressor.network.FloatNetwork;
import dev.thimble.compressor.network.FloatVector;
import dev.thimble.compressor.network.Layer;
import dev.thimble.compressor.network.Network;
import dev.thimble.compressor.network.PoolingLayer;
import dev.thimble.compressor.network.QuantizedWeights;
import dev.thimble.compressor.network.RandomNetworks;
import dev.thimble.compressor.network.Scales;
import dev.thimble.compressor.network.Shape;
import dev.thimble.compressor.network.WeightedLayer;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class IntegerNetworkTest {
  @Property(tries = 300)
  void differsFromTheRealNetworkByItsRoundingsOnly(
      @ForAll long seed, @ForAll Granularity granularity) {
    Network network = RandomNetworks.odd(seed);
    byte[] images = RandomNetworks.images(network, 8, seed);
    QuantizeOptions options = QuantizeOptions.DEFAULT.withGranularity(granularity);
    Network quantized = new Quantizer(options).quantize(network);
    Calibration calibration = Calibration.fit(quantized, images, options);
    IntegerNetwork integers = IntegerNetwork.of(quantized, calibration, options);
    FloatNetwork floats = new FloatNetwork(quantized);
    double worst = 0;
    for (int i = 0; i < 8; i++) {
      int[] scores = integers.scores(images, i * network.input().size());
      float[] logits = floats.logits(images, i * network.input().size());
      for (int k = 0; k < scores.length; k++) {
        double error = Math.abs(scores[k] * (double) integers.outputScale() - logits[k]);
        worst = Math.max(worst, error);
      }
    }
    assertThat(worst).isLessThan(roundings(quantized, calibration, options));
  }

  /**
   * The largest error of a logit on a calibration image: what each layer's roundings add, times
   * what the weights of the layers after it can make of it. Outputs of such an image lie within
   * their ranges, so no clamp adds anything.
   */
  private static double roundings(
      Network network, Calibration calibration, QuantizeOptions options) {
    double error = 0;
    double inputStep = network.inputScale();
    for (int i = 0; i < network.layers().size(); i++) {
      Layer layer = network.layers().get(i);
      if (layer instanceof PoolingLayer) {
        error += inputStep / 2;
        continue;
      }
      WeightedLayer weighted = (WeightedLayer) layer;
      Range range = calibration.outputs().get(i);
      Scales scales = ((QuantizedWeights) weighted.weights()).scales();
      double step = ActivationGrid.of(range, inputStep * scales.max()).scale();
      double multiplier = range.width() / 128 / 2;
      double bias = inputStep * scales.max() / 2 + options.biasTolerance() * step;
      error = error * largestRow(weighted) + bias + multiplier + 0.51 * step;
      inputStep = step;
    }
    return error + 1e-4;
  }

  /** The largest sum of absolute weights of an output channel. */
  private static double largestRow(WeightedLayer layer) {
    float[] weights = layer.weights().effective();
    double largest = 0;
    for (int row = 0; row < layer.rows(); row++) {
      double sum = 0;
      for (int i = row * layer.columns(), end = i + layer.columns(); i < end; i++) {
        sum += Math.abs(weights[i]);
      }
      largest = Math.max(largest, sum);
    }
    return largest;
  }

  @Test
  void expressesTheBiasOfAChannelOfTinyWeights() {
    DenseLayer layer =
        new DenseLayer(
            "scores",
            Shape.vector(1),
            DenseWeights.of(2, 1, new float[] {1, 1e-6f}),
            FloatVector.of(new float[] {0, 0.5f}),
            Activation.IDENTITY);
    byte[] images = {0, (byte) 255};
    IntegerNetwork integers =
        lower(
            new Network(
                layer.input(), 1.0 / 255, 0, List.of(layer), Network.numberedLabels(2), false),
            images,
            QuantizeOptions.DEFAULT);
    assertThat(integers.scores(images, 1)[1] * (double) integers.outputScale())
        .isCloseTo(0.5, within(0.005));
  }

  @Test
  void agreesWithTheRealNetworkOnMostClasses() {
    Network network = RandomNetworks.lenet5(1, 0.2);
    byte[] images = RandomNetworks.images(network, 100, 2);
    byte[] labels = new byte[100];
    FloatNetwork floats = new FloatNetwork(network);
    for (int i = 0; i < 100; i++) {
      labels[i] = (byte) floats.classify(images, i * 784);
    }
    IntegerNetwork integers = lower(network, images, QuantizeOptions.DEFAULT);
    int sequential = 0;
    for (int i = 0; i < 100; i++) {
      sequential += integers.classify(images, i * 784) == labels[i] ? 0 : 1;
    }
    assertThat(integers.errors(images, labels)).isEqualTo(sequential).isLessThan(5);
  }

  @Test
  void computesAnExampleByHand() {
    IntegerWeightedLayer hidden =
        new IntegerWeightedLayer(
            "fc1",
            Shape.vector(2),
            Optional.empty(),
            quantized(2, 2, false, 3, -2, -1, 4),
            0,
            new int[] {8, -16},
            3,
            new OutputStage.Requantize(
                Activation.RELU, 10, Multipliers.of(new int[] {3}, false, 2)));
    IntegerWeightedLayer last =
        new IntegerWeightedLayer(
            "fc2",
            Shape.vector(2),
            Optional.empty(),
            quantized(1, 2, false, 1, -1),
            10,
            new int[] {0},
            0,
            new OutputStage.Scores(Optional.empty()));
    IntegerNetwork network =
        new IntegerNetwork(Shape.vector(2), 1, 0, List.of(hidden, last), 1, List.of("x"), false);
    // acc = 8 + 3·5 − 2·200 = −377, −16 − 5 + 800 = 779; 10 + (−377·3 + 2 >> 2) = −273 → 10;
    // 10 + (779·3 + 2 >> 2) = 594 → 255; score = 10 − 255
    assertThat(network.scores(new byte[] {5, (byte) 200})).containsExactly(-245);
  }

  @Test
  void givesScoresFromZeroAfterAPoolingLayer() {
    Network network = poolingLast();
    byte[] images = RandomNetworks.images(network, 10, 1);
    IntegerNetwork integers = lower(network, images, QuantizeOptions.DEFAULT);
    float[] logits = new FloatNetwork(network).logits(images);
    int[] scores = integers.scores(images, 0);
    for (int i = 0; i < scores.length; i++) {
      assertThat(scores[i] * (double) integers.outputScale()).isCloseTo(logits[i], within(0.1));
    }
  }

  private static Network poolingLast() {
    for (long seed = 0; ; seed++) {
      Network network = RandomNetworks.odd(seed);
      List<Layer> layers = network.layers();
      if (layers.size() > 2 && layers.get(layers.size() - 2) instanceof PoolingLayer pooling) {
        return new Network(
            network.input(),
            network.inputScale(),
            network.inputZeroPoint(),
            layers.subList(0, layers.size() - 1),
            Network.numberedLabels(pooling.output().size()),
            false);
      }
    }
  }

  @Test
  void roundsBiasesWithinTheTolerance() {
    Network network = RandomNetworks.lenet300(1, 0.1);
    byte[] images = RandomNetworks.images(network, 20, 2);
    IntegerNetwork fine = lower(network, images, QuantizeOptions.DEFAULT.withBiasTolerance(1e-9));
    IntegerNetwork coarse = lower(network, images, QuantizeOptions.DEFAULT.withBiasTolerance(1));
    for (int i = 0; i < 3; i++) {
      IntegerWeightedLayer exact = fine.weightedLayers().get(i);
      IntegerWeightedLayer rounded = coarse.weightedLayers().get(i);
      int unit = 1 << rounded.biasShift();
      assertThat(exact.biasShift()).isZero();
      assertThat(unit).isGreaterThan(1);
      for (int row = 0; row < exact.weights().rows(); row++) {
        assertThat(rounded.bias(row) % unit).isZero();
        assertThat(Math.abs(rounded.bias(row) - exact.bias(row))).isLessThanOrEqualTo(unit / 2);
      }
    }
  }

  @Test
  void refusesAnAccumulatorThatCouldOverflow() {
    byte[] levels = new byte[70_000];
    Arrays.fill(levels, (byte) 127);
    QuantizedWeights weights =
        QuantizedWeights.of(1, levels.length, levels, Scales.perLayer(1), false);
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                new IntegerWeightedLayer(
                    "fc1",
                    Shape.vector(levels.length),
                    Optional.empty(),
                    weights,
                    0,
                    new int[1],
                    0,
                    new OutputStage.Scores(Optional.empty())))
        .withMessage(
            "layer fc1: output channel 0 can reach 2266950000, more than the 2^31 - 1 of its"
                + " accumulator");
  }

  @Test
  void refusesFloatWeights() {
    Network network = RandomNetworks.lenet300(1, 0.1);
    byte[] images = RandomNetworks.images(network, 2, 2);
    Calibration calibration = Calibration.fit(network, images, QuantizeOptions.DEFAULT);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> IntegerNetwork.of(network, calibration, QuantizeOptions.DEFAULT))
        .withMessage(
            "layer fc1: the integer network needs quantized or clustered weights, found pruned");
  }

  @Test
  void refusesTheCalibrationOfAnotherNetwork() {
    Network network = RandomNetworks.lenet300(1, 0.1);
    Calibration calibration = new Calibration(List.of(new Range(0, 1)));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> IntegerNetwork.of(network, calibration, QuantizeOptions.DEFAULT))
        .withMessage("expected calibrated ranges of 3 layers, found 1");
  }

  @Test
  void refusesAnActivationAfterTheLastLayer() {
    DenseLayer layer =
        new DenseLayer(
            "fc1",
            Shape.vector(1),
            DenseWeights.of(1, 1, new float[] {1}),
            FloatVector.zeros(1),
            Activation.RELU);
    Network network = new Network(Shape.vector(1), 1, 0, List.of(layer), List.of("0"), false);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> lower(network, new byte[] {1}, QuantizeOptions.DEFAULT))
        .withMessage("layer fc1: the last layer gives scores and has no activation, found RELU");
  }

  @Test
  void refusesAnImageOfAnotherSize() {
    Network network = RandomNetworks.lenet300(1, 0.1);
    IntegerNetwork integers =
        lower(network, RandomNetworks.images(network, 2, 2), QuantizeOptions.DEFAULT);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> integers.scores(new byte[783]))
        .withMessage("expected an image of 784 pixels, found 783");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> integers.errors(new byte[784], new byte[2]))
        .withMessage("expected 2 images of 784 pixels, found 784 bytes");
  }

  private static QuantizedWeights quantized(int rows, int columns, boolean pruned, int... levels) {
    byte[] bytes = new byte[levels.length];
    for (int i = 0; i < bytes.length; i++) {
      bytes[i] = (byte) levels[i];
    }
    return QuantizedWeights.of(rows, columns, bytes, Scales.perLayer(1), pruned);
  }

  private static IntegerNetwork lower(Network network, byte[] images, QuantizeOptions options) {
    Network quantized = new Quantizer(options).quantize(network);
    return IntegerNetwork.of(quantized, Calibration.fit(quantized, images, options), options);
  }
}
