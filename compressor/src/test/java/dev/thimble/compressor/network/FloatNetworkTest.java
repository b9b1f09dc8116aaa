/*
 * Copyright 2026 The Thimble Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.thimble.compressor.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class FloatNetworkTest {
  @Property(tries = 200)
  void agreesWithBruteForce(@ForAll long seed) {
    Network network = RandomNetworks.odd(seed);
    byte[] image = RandomNetworks.images(network, 1, seed);
    float[] logits = new FloatNetwork(network).logits(image);
    double[] expected = BruteForce.logits(network, image);
    for (int i = 0; i < logits.length; i++) {
      assertThat((double) logits[i]).isCloseTo(expected[i], within(1e-4));
    }
  }

  @Test
  void countsErrors() {
    Network network = RandomNetworks.lenet300(3, 0.1);
    FloatNetwork floats = new FloatNetwork(network);
    byte[] images = RandomNetworks.images(network, 5, 4);
    byte[] labels = new byte[5];
    for (int i = 0; i < 5; i++) {
      labels[i] = (byte) floats.classify(images, i * 784);
    }
    assertThat(floats.errors(images, labels)).isZero();
    labels[2] = (byte) ((labels[2] + 1) % 10);
    assertThat(floats.errors(images, labels)).isEqualTo(1);
  }

  @Test
  void givesEveryLayersOutput() {
    Network network = RandomNetworks.lenet5(3, 0.1);
    FloatNetwork floats = new FloatNetwork(network);
    byte[] images = RandomNetworks.images(network, 2, 4);
    var outputs = floats.outputs(images, 784);
    assertThat(outputs).hasSize(6);
    assertThat(outputs.get(0).length()).isEqualTo(20 * 24 * 24);
    assertThat(outputs.get(5).toArray())
        .containsExactly(floats.logits(Arrays.copyOfRange(images, 784, 2 * 784)));
  }

  @Test
  void refusesImagesOfAnotherSize() {
    FloatNetwork floats = new FloatNetwork(RandomNetworks.lenet300(3, 0.1));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> floats.logits(new byte[700]))
        .withMessage("expected 784 pixels from 0 on, found 700");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> floats.errors(new byte[700], new byte[1]))
        .withMessage("expected 1 images of 784 pixels, found 700");
  }
}
