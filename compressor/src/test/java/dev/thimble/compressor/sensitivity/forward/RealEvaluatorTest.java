/*
 * Copyright 2026 The Thimble Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.thimble.compressor.sensitivity.forward;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.thimble.compressor.network.DenseWeights;
import dev.thimble.compressor.network.FloatNetwork;
import dev.thimble.compressor.network.Network;
import dev.thimble.compressor.network.RandomNetworks;
import dev.thimble.compressor.network.WeightedLayer;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Against {@link FloatNetwork}, image by image. */
class RealEvaluatorTest {
  private static final int IMAGES = 150; // one block and a part of the next

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 8, 9, 10, 11, 12})
  void agreesWithThePlainNetwork(long seed) {
    Network network = RandomNetworks.odd(seed);
    Samples samples = samples(network);
    Outcome outcome = new RealEvaluator(network, samples).original();
    assertThat(outcome.loss()).isCloseTo(loss(network, samples), within(1e-4));
  }

  @Test
  void aVariantIsTheNetworkWithOtherWeights() {
    Network network = RandomNetworks.lenet5(1, 1);
    Samples samples = samples(network);
    RealEvaluator evaluator = new RealEvaluator(network, samples);
    for (int layer = 0; layer < network.weightedLayers().size(); layer++) {
      WeightedLayer old = network.weightedLayers().get(layer);
      float[] weights = old.weights().effective();
      for (int i = 0; i < weights.length; i += 3) {
        weights[i] = 0;
      }
      Network changed =
          network.withWeights(
              Map.of(old.name(), DenseWeights.of(old.rows(), old.columns(), weights)));
      double expected = new RealEvaluator(changed, samples).original().loss();
      assertThat(evaluator.evaluate(new Variant().with(layer, weights)).loss())
          .isCloseTo(expected, within(1e-12));
    }
  }

  @Test
  void refusesWeightsOfAnotherSize() {
    Network network = RandomNetworks.lenet300(1, 1);
    RealEvaluator evaluator = new RealEvaluator(network, samples(network));
    assertThatThrownBy(() -> evaluator.evaluate(new Variant().with(1, new float[7])))
        .hasMessage("layer fc2: expected 30000 weights, found 7");
  }

  private static Samples samples(Network network) {
    return Samples.first(RandomNetworks.labelled(network, IMAGES), IMAGES + 1);
  }

  private static double loss(Network network, Samples samples) {
    FloatNetwork plain = new FloatNetwork(network);
    double sum = 0;
    for (int i = 0; i < samples.count(); i++) {
      float[] logits = plain.logits(samples.shared(), i * samples.size());
      double[] doubles = new double[logits.length];
      for (int c = 0; c < doubles.length; c++) {
        doubles[c] = logits[c];
      }
      sum += Logits.loss(doubles, samples.label(i));
    }
    return sum / samples.count();
  }
}
