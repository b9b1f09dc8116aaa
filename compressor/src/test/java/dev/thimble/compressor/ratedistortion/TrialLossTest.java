/*
 * Copyright 2026 The Thimble Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.thimble.compressor.ratedistortion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.thimble.compressor.network.DenseWeights;
import dev.thimble.compressor.network.Network;
import dev.thimble.compressor.network.RandomNetworks;
import dev.thimble.compressor.network.WeightedLayer;
import dev.thimble.compressor.sensitivity.forward.RealEvaluator;
import dev.thimble.compressor.sensitivity.forward.Samples;
import dev.thimble.models.data.ImageSet;
import dev.thimble.models.data.ImageShape;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Against evaluations of the whole changed network. */
class TrialLossTest {
  private static final int IMAGES = 300; // one block and a part of the next

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 8, 9, 10, 11, 12})
  void measuresOneChangeAfterTheOther(long seed) {
    Network network = RandomNetworks.odd(seed);
    ImageSet images = images(network);
    TrialLoss loss = new TrialLoss(network, images, IMAGES);
    double before = expected(network, images);
    assertThat(loss.loss()).isCloseTo(before, within(1e-4));
    Random random = new Random(seed);
    for (int i = 0; i < 12; i++) {
      int layer = random.nextInt(network.weightedLayers().size());
      int index = random.nextInt(network.weightedLayers().get(layer).weights().size());
      float value = random.nextInt(3) == 0 ? 0 : (float) random.nextGaussian();
      Network changed = with(network, layer, index, value);
      double after = expected(changed, images);
      assertThat(loss.growth(layer, index, value, Double.POSITIVE_INFINITY))
          .isCloseTo(after - before, within(1e-4 * (1 + Math.abs(after))));
      if (i % 2 == 0) {
        loss.change(layer, index, value);
        network = changed;
        before = after;
      }
      assertThat(loss.loss()).isCloseTo(before, within(1e-4 * (1 + before)));
    }
  }

  @Test
  void aChangeBackIsTheSame() {
    Network network = RandomNetworks.lenet5(1, 1);
    TrialLoss loss = new TrialLoss(network, images(network), IMAGES);
    double before = loss.loss();
    float old = network.weightedLayers().get(1).weights().effective()[7];
    loss.change(1, 7, old + 1);
    assertThat(loss.loss()).isNotEqualTo(before);
    loss.change(1, 7, old);
    assertThat(loss.loss()).isCloseTo(before, within(1e-5));
  }

  @Test
  void givesUpOnWhatIsSurelyBad() {
    Network network = RandomNetworks.lenet300(1, 1);
    ImageSet images = images(network);
    TrialLoss loss = new TrialLoss(network, images, IMAGES);
    double growth = loss.growth(2, 0, 1e6f, Double.POSITIVE_INFINITY);
    assertThat(growth).isGreaterThan(1);
    assertThat(loss.growth(2, 0, 1e6f, 1e-3)).isGreaterThan(1e-3).isLessThan(growth);
  }

  private static Network with(Network network, int layer, int index, float value) {
    WeightedLayer old = network.weightedLayers().get(layer);
    float[] weights = old.weights().effective();
    weights[index] = value;
    return network.withWeights(
        Map.of(old.name(), DenseWeights.of(old.rows(), old.columns(), weights)));
  }

  private static double expected(Network network, ImageSet images) {
    return new RealEvaluator(network, Samples.first(images, IMAGES)).original().loss();
  }

  private static ImageSet images(Network network) {
    byte[] labels = new byte[IMAGES];
    Random random = new Random(9);
    for (int i = 0; i < IMAGES; i++) {
      labels[i] = (byte) random.nextInt(network.classes());
    }
    ImageShape shape =
        new ImageShape(
            network.input().channels(), network.input().height(), network.input().width());
    byte[] pixels = RandomNetworks.images(network, IMAGES, 3);
    return ImageSet.labelled(shape, network.classes(), pixels, labels);
  }
}
