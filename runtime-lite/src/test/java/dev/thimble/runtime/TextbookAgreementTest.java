/*
 * Copyright 2026 The Thimble Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.thimble.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import dev.thimble.runtime.artifact.RandomNetworks;
import dev.thimble.runtime.artifact.TestNetwork;
import dev.thimble.runtime.artifact.Textbook;
import dev.thimble.runtime.artifact.WeightBlock;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Random networks give the textbook's scores, whichever codec brought the weights. */
class TextbookAgreementTest {

  private static final int NETWORKS = 300;

  @ParameterizedTest
  @EnumSource(WeightBlock.class)
  void agreesOnRandomNetworks(WeightBlock block) throws ModelException {
    compare(block);
  }

  static void compare(WeightBlock block) throws ModelException {
    Random random = new Random(20 + block.ordinal());
    for (int i = 0; i < NETWORKS; i++) {
      TestNetwork network = RandomNetworks.next(random);
      Session session = Model.load(network.file(block)).newSession();
      int[] scores = new int[network.classCount()];
      for (int j = 0; j < 3; j++) {
        byte[] image = RandomNetworks.image(random, network.imageSize());
        session.scores(image, scores);
        assertThat(scores)
            .as("network %d: %s", i, network)
            .containsExactly(Textbook.scores(network, image));
      }
    }
  }
}
