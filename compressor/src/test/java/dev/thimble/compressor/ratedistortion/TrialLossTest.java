/*
 * Copyright 2026 The Thimble Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.thimble.compressor.ratedistortion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.thimble.compressor.dl4j.Distillation;
import dev.thimble.compressor.network.DenseWeights;
import dev.thimble.compressor.network.FloatNetwork;
import dev.thimble.compressor.network.Network;
import dev.thimble.compressor.network.RandomNetworks;
import dev.thimble.compressor.network.WeightedLayer;
import dev.thimble.models.data.ImageSet;
import java.util.Arrays;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Against the whole changed network, image by image. */
class TrialLossTest {
  private static final int IMAGES = 300; // one block and a part of the next
  private static final int MANY_IMAGES = 2500; // more than are looked at first

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 8, 9, 10, 11, 12})
  void measuresOneChangeAfterTheOther(long seed) {
    Network network = RandomNetworks.odd(seed);
    ImageSet images = RandomNetworks.labelled(network, IMAGES);
    TrialLoss loss = loss(network, images);
    double[] before = losses(network, images);
    Random random = new Random(seed);
    for (int i = 0; i < 12; i++) {
      double scale = 1e-4 * (1 + mean(before));
      assertThat(loss.loss()).isCloseTo(mean(before), within(scale));
      int layer = random.nextInt(network.weightedLayers().size());
      int index = random.nextInt(network.weightedLayers().get(layer).weights().size());
      float value = random.nextInt(3) == 0 ? 0 : (float) random.nextGaussian();
      Network changed = with(network, layer, index, value);
      double[] after = losses(changed, images);
      double mean = mean(after) - mean(before);
      double growth = mean + standardError(before, after, mean);
      assertThat(loss.growth(layer, index, value, Double.POSITIVE_INFINITY))
          .isCloseTo(growth, within(scale + 1e-4 * Math.abs(growth)));
      if (i % 2 == 0) {
        assertThat(loss.change(layer, index, value))
            .isCloseTo(mean, within(scale + 1e-4 * Math.abs(mean)));
        network = changed;
        before = after;
      }
    }
  }

  @Test
  void aChangeBackIsTheSame() {
    Network network = RandomNetworks.lenet5(1, 1);
    TrialLoss loss = loss(network, RandomNetworks.labelled(network, IMAGES));
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
    ImageSet images = RandomNetworks.labelled(network, MANY_IMAGES);
    TrialLoss loss = loss(network, images);
    double growth = loss.growth(2, 0, 1e6f, Double.POSITIVE_INFINITY);
    assertThat(growth).isGreaterThan(1);
    assertThat(loss.growth(2, 0, 1e6f, 1e-3)).isGreaterThan(1e-3).isLessThan(growth);
  }

  private static TrialLoss loss(Network network, ImageSet images) {
    return new TrialLoss(network, network, images, Distillation.NONE);
  }

  private static Network with(Network network, int layer, int index, float value) {
    WeightedLayer old = network.weightedLayers().get(layer);
    float[] weights = old.weights().effective();
    weights[index] = value;
    return network.withWeights(
        Map.of(old.name(), DenseWeights.of(old.rows(), old.columns(), weights)));
  }

  private static double[] losses(Network network, ImageSet images) {
    FloatNetwork plain = new FloatNetwork(network);
    byte[] pixels = images.firstPixels(IMAGES);
    double[] losses = new double[IMAGES];
    for (int image = 0; image < IMAGES; image++) {
      float[] logits = plain.logits(pixels, image * images.shape().size());
      double max = Double.NEGATIVE_INFINITY;
      for (float logit : logits) {
        max = Math.max(max, logit);
      }
      double sum = 0;
      for (float logit : logits) {
        sum += Math.exp(logit - max);
      }
      losses[image] = Math.log(sum) + max - logits[images.label(image)];
    }
    return losses;
  }

  private static double mean(double[] values) {
    return Arrays.stream(values).average().orElseThrow();
  }

  private static double standardError(double[] before, double[] after, double mean) {
    double squares = 0;
    for (int i = 0; i < before.length; i++) {
      squares += Math.pow(after[i] - before[i] - mean, 2);
    }
    return Math.sqrt(squares) / before.length;
  }
}
