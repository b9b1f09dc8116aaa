/*
 * Copyright 2026 The Thimble Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.thimble.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import dev.thimble.runtime.artifact.RandomNetworks;
import dev.thimble.runtime.artifact.TestNetwork;
import dev.thimble.runtime.artifact.WeightBlock;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Inference allocates nothing. */
class AllocationTest {

  private static final int ROUNDS = 20;
  private static final int ATTEMPTS = 5;

  @Test
  void allocatesNothingWhileInferring() throws ModelException {
    Random random = new Random(3);
    for (int i = 0; i < 60; i++) {
      TestNetwork network = RandomNetworks.next(random);
      Model model = Model.load(network.file(WeightBlock.values()[i % WeightBlock.values().length]));
      Session session = model.newSession();
      int classes = model.classCount();
      byte[] images = new byte[3 * model.inputSize()];
      random.nextBytes(images);
      byte[] image = new byte[model.inputSize()];
      float[] reals = new float[model.inputSize()];
      int[] scores = new int[classes];
      int[] batch = new int[3 * classes];
      int[] best = new int[3];
      int[] top = new int[Math.min(3, classes)];
      float[] logits = new float[classes];
      Runnable work =
          () -> {
            session.classify(image);
            session.classify(images, image.length);
            session.classify(reals);
            session.classify(images, 3, best);
            session.scores(image, scores);
            session.scores(images, 3, batch);
            session.scores(scores);
            session.probabilities(scores);
            session.logits(logits);
            session.top(top);
          };
      Runnable rounds =
          () -> {
            for (int round = 0; round < ROUNDS; round++) {
              work.run();
            }
          };
      assertThat(leastAllocation(rounds)).as("network %d: %s", i, network).isZero();
    }
  }

  /**
   * The virtual machine allocates now and then for its own purposes (linking, compiling), an
   * inference always would.
   */
  private static long leastAllocation(Runnable work) {
    long least = Long.MAX_VALUE;
    for (int attempt = 0; attempt < ATTEMPTS && least > 0; attempt++) {
      least = Math.min(least, Measured.of(work).allocatedBytes());
    }
    return least;
  }
}
