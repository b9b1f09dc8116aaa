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
import dev.thimble.compressor.network.Network;
import dev.thimble.compressor.network.RandomNetworks;
import dev.thimble.compressor.network.Shape;
import java.util.List;
import org.junit.jupiter.api.Test;

class CalibrationTest {
  @Test
  void findsMinimumAndMaximum() {
    Network network = RandomNetworks.lenet300(1, 0.1);
    byte[] images = RandomNetworks.images(network, 20, 2);
    Calibration calibration = Calibration.fit(network, images, QuantizeOptions.DEFAULT);
    double min = 0;
    double max = 0;
    for (int i = 0; i < 20; i++) {
      for (float logit : new FloatNetwork(network).logits(images, i * 784)) {
        min = Math.min(min, logit);
        max = Math.max(max, logit);
      }
    }
    assertThat(calibration.outputs()).hasSize(3);
    assertThat(calibration.outputs().get(0).min()).isZero();
    assertThat(calibration.outputs().get(2)).isEqualTo(new Range(min, max));
  }

  @Test
  void looksAtNoMoreImagesThanAsked() {
    Network network = RandomNetworks.lenet300(1, 0.1);
    byte[] images = RandomNetworks.images(network, 20, 2);
    byte[] first = RandomNetworks.images(network, 5, 2);
    QuantizeOptions five = QuantizeOptions.DEFAULT.withCalibrationImages(5);
    assertThat(Calibration.fit(network, images, five))
        .isEqualTo(Calibration.fit(network, first, QuantizeOptions.DEFAULT))
        .isNotEqualTo(Calibration.fit(network, images, QuantizeOptions.DEFAULT));
  }

  @Test
  void cutsOutliersAtThePercentile() {
    Network copy = identity();
    byte[] pixels = new byte[1000];
    for (int i = 0; i < 1000; i++) {
      pixels[i] = (byte) (i < 5 ? 250 : i % 100);
    }
    QuantizeOptions options = QuantizeOptions.DEFAULT.withPercentile(99);
    Range all = Calibration.fit(copy, pixels, QuantizeOptions.DEFAULT).outputs().get(0);
    Range most = Calibration.fit(copy, pixels, options).outputs().get(0);
    assertThat(all.max()).isEqualTo(250);
    assertThat(most.max()).isCloseTo(99, within(0.1));
    assertThat(most.min()).isZero();
  }

  @Test
  void makesAGridThatHasRealZero() {
    ActivationGrid grid = ActivationGrid.of(new Range(-1, 3), 1e-9);
    assertThat(grid.scale()).isEqualTo(4.0 / 255);
    assertThat(grid.zeroPoint()).isEqualTo(64);
    assertThat(ActivationGrid.of(new Range(0, 0), 1e-9).scale()).isEqualTo(1.0 / 255);
    assertThat(ActivationGrid.of(new Range(-5, 0), 1e-9).zeroPoint()).isEqualTo(255);
    assertThat(ActivationGrid.of(new Range(0, 1e-7), 1e-4).scale()).isEqualTo(1e-4);
  }

  @Test
  void refusesNoImages() {
    Network network = RandomNetworks.lenet300(1, 0.1);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Calibration.fit(network, new byte[0], QuantizeOptions.DEFAULT))
        .withMessage("calibration needs at least one image of 784 pixels, found 0");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> QuantizeOptions.DEFAULT.withCalibrationImages(0))
        .withMessage("calibration needs at least 1 image, found 0");
  }

  private static Network identity() {
    DenseLayer layer =
        new DenseLayer(
            "fc1",
            Shape.vector(1),
            DenseWeights.of(1, 1, new float[] {1}),
            FloatVector.zeros(1),
            Activation.IDENTITY);
    return new Network(Shape.vector(1), 1, 0, List.of(layer), List.of("0"), false);
  }
}
