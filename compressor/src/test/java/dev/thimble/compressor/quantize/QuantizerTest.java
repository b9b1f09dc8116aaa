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
import dev.thimble.compressor.network.FloatVector;
import dev.thimble.compressor.network.Network;
import dev.thimble.compressor.network.QuantizedWeights;
import dev.thimble.compressor.network.RandomNetworks;
import dev.thimble.compressor.network.Shape;
import dev.thimble.compressor.network.WeightedLayer;
import dev.thimble.compressor.network.Weights;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class QuantizerTest {
  private static final QuantizeOptions LAYER =
      QuantizeOptions.DEFAULT.withGranularity(Granularity.LAYER);

  @Property(tries = 100)
  void errsByHalfAStepAtMost(
      @ForAll long seed,
      @ForAll Granularity granularity,
      @ForAll @IntRange(min = 2, max = 8) int bits) {
    Network network = RandomNetworks.odd(seed);
    QuantizeOptions options =
        QuantizeOptions.DEFAULT.withGranularity(granularity).withWeightBits(bits);
    List<WeightedLayer> before = network.weightedLayers();
    List<WeightedLayer> after = new Quantizer(options).quantize(network).weightedLayers();
    for (int i = 0; i < before.size(); i++) {
      float[] expected = before.get(i).weights().effective();
      QuantizedWeights weights = (QuantizedWeights) after.get(i).weights();
      float[] found = weights.effective();
      for (int k = 0; k < found.length; k++) {
        double step = weights.scales().get(k / weights.columns());
        assertThat((double) found[k]).isCloseTo(expected[k], within(0.501 * step));
        assertThat(Math.abs(weights.level(k))).isLessThan(1 << (bits - 1));
      }
    }
  }

  @Test
  void roundsHalvesAwayFromZero() {
    QuantizedWeights weights = quantize(LAYER, 1, 127, 2.5f, -2.5f, 1.49f, -0.5f);
    assertThat(weights.levels()).containsExactly(127, 3, -3, 1, -1);
  }

  @Test
  void givesEachChannelItsScale() {
    QuantizedWeights weights = quantize(QuantizeOptions.DEFAULT, 2, 127, 0, 0, -254);
    assertThat(weights.scales().get(0)).isEqualTo(1);
    assertThat(weights.scales().get(1)).isEqualTo(2);
    assertThat(weights.levels()).containsExactly(127, 0, 0, -127);
  }

  @Test
  void givesAChannelOfZerosTheSmallestScale() {
    QuantizedWeights weights = quantize(QuantizeOptions.DEFAULT, 3, 254, 0, 127);
    assertThat(weights.scales().get(1)).isEqualTo(1);
  }

  @Test
  void keepsAScaleWithinA64thOfTheLargest() {
    QuantizedWeights weights = quantize(QuantizeOptions.DEFAULT, 2, 64 * 127, 0.6f);
    assertThat(weights.scales().get(1)).isEqualTo(1);
    assertThat(weights.levels()).containsExactly(127, 1);
  }

  @Test
  void quantizesALayerOfZeros() {
    assertThat(quantize(QuantizeOptions.DEFAULT, 2, 0, 0).scales().get(1)).isEqualTo(1);
    assertThat(quantize(LAYER, 2, 0, 0).scales().get(0)).isEqualTo(1);
  }

  @Test
  void keepsPrunedWeightsPruned() {
    Network network = RandomNetworks.lenet300(5, 0.02);
    Network quantized = new Quantizer(LAYER).quantize(network);
    for (int i = 0; i < 3; i++) {
      Weights before = network.weightedLayers().get(i).weights();
      Weights after = quantized.weightedLayers().get(i).weights();
      assertThat(after.kept()).isBetween(before.kept() * 9 / 10, before.kept());
      for (int k = 0; k < before.size(); k++) {
        assertThat(after.isKept(k) && !before.isKept(k)).isFalse();
      }
    }
  }

  @Test
  void refusesToQuantizeTwice() {
    Quantizer quantizer = new Quantizer(LAYER);
    Network once = quantizer.quantize(RandomNetworks.lenet300(5, 0.02));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> quantizer.quantize(once))
        .withMessage("layer fc1: quantize needs dense or pruned weights, found quantized");
  }

  @Test
  void refusesNineBits() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> LAYER.withWeightBits(9))
        .withMessage("weight bits must be 2 ... 8, found 9");
  }

  @Test
  void refusesAPercentileThatKeepsNothing() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> LAYER.withPercentile(50))
        .withMessage("the percentile must be above 50 and at most 100, found 50.0");
  }

  @Test
  void refusesAnInfiniteBiasTolerance() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> LAYER.withBiasTolerance(Double.POSITIVE_INFINITY))
        .withMessageContaining("at most 64 steps");
  }

  private static QuantizedWeights quantize(QuantizeOptions options, int rows, float... values) {
    int columns = values.length / rows;
    DenseLayer layer =
        new DenseLayer(
            "fc1",
            Shape.vector(columns),
            DenseWeights.of(rows, columns, values),
            FloatVector.zeros(rows),
            Activation.IDENTITY);
    Network network =
        new Network(
            Shape.vector(columns), 1, 0, List.of(layer), Network.numberedLabels(rows), false);
    WeightedLayer quantized = new Quantizer(options).quantize(network).weightedLayers().get(0);
    return (QuantizedWeights) quantized.weights();
  }
}
