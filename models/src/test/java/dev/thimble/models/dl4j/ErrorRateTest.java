/*
 * Copyright 2026 The Thimble Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.thimble.models.dl4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.thimble.models.ReferenceNetwork;
import dev.thimble.models.data.IdxFixture;
import dev.thimble.models.data.ImageSet;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.learning.config.Adam;

final class ErrorRateTest {
  /** More than one batch, and no multiple of it. */
  private static final ImageSet IMAGES = IdxFixture.columns(1203, 8, 4, 1);

  @Test
  void countsWhatTheNetworkTakesForAnotherClass() {
    MultiLayerNetwork network = network(4);
    // Zero weights and one larger bias: class 2 for every image.
    network.params().assign(0);
    network.getLayer("fc3").getParam("b").putScalar(2, 1);
    int others = 0;
    for (int i = 0; i < IMAGES.count(); i++) {
      others += IMAGES.label(i) == 2 ? 0 : 1;
    }
    assertThat(ErrorRate.wrong(network, IMAGES)).isEqualTo(others);
    assertThat(ErrorRate.of(network, IMAGES)).isEqualTo(others / 1203.0);
  }

  @Test
  void refusesANetworkOfFewerClasses() {
    assertThatThrownBy(() -> ErrorRate.of(network(3), IMAGES))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("network has 3 outputs, the images have 4 classes");
  }

  @Test
  void oneHotHasASingleOnePerRow() {
    assertThat(Batches.oneHot(new int[] {2, 0}, 3))
        .isEqualTo(Nd4j.create(new float[][] {{0, 0, 1}, {1, 0, 0}}));
  }

  private static MultiLayerNetwork network(int classCount) {
    MultiLayerNetwork network =
        new MultiLayerNetwork(
            LeNet.configuration(
                ReferenceNetwork.LENET_300_100, IMAGES.shape(), classCount, 1, new Adam(1e-3)));
    network.init();
    return network;
  }
}
