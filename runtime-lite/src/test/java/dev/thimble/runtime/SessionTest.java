/*
 * Copyright 2026 The Thimble Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.thimble.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.thimble.runtime.artifact.Quant;
import dev.thimble.runtime.artifact.TestLayer;
import dev.thimble.runtime.artifact.TestNetwork;
import dev.thimble.runtime.artifact.WeightBlock;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class SessionTest {

  private final Session session = session(TinyModel.DENSE);

  private static Session session(TestNetwork network) {
    try {
      return Model.load(network.file(WeightBlock.RAW)).newSession();
    } catch (ModelException e) {
      throw new AssertionError(e);
    }
  }

  /** Scores are biases alone: the image is a single pixel that has weight 0. */
  private static Session sessionWithScores(int... scores) {
    return session(
        new TestNetwork(
            new int[] {1, 1, 1},
            0,
            List.of(new TestLayer.Dense(scores, new byte[scores.length], Quant.plainScores()))));
  }

  @Test
  void classifiesBytesAsUnsigned() {
    assertThat(session.classify(new byte[] {0, 0, (byte) 255})).isEqualTo(1);
    int[] scores = new int[2];
    session.scores(scores);
    assertThat(scores).containsExactly(10, 765);
  }

  @Test
  void classifiesAnImageAtAnOffset() {
    byte[] pixels = {99, 0, 0, 7, 99};
    assertThat(session.classify(pixels, 1)).isEqualTo(1);
    assertThat(session.classify(pixels, 2)).isEqualTo(1);
    assertThat(session.classify(pixels, 0)).isEqualTo(0);
  }

  @Test
  void quantizesRealValuesHalfUpAndClamps() {
    int[] scores = new int[2];
    session.classify(new float[] {0.5f * TestNetwork.INPUT_SCALE, Float.NEGATIVE_INFINITY, 1e30f});
    session.scores(scores);
    assertThat(scores).containsExactly(1 + 10, 3 * 255 - 1);
    session.classify(new float[] {0, 1, 1.4f / 255});
    session.scores(scores);
    assertThat(scores).containsExactly(520, 3);
  }

  @Test
  void countsRealValuesFromTheZeroPoint() {
    Session shifted =
        session(
            new TestNetwork(
                new int[] {1, 1, 1},
                100,
                List.of(new TestLayer.Dense(new int[1], new byte[] {1}, Quant.plainScores()))));
    int[] scores = new int[1];
    shifted.classify(new float[] {-3f / 255});
    shifted.scores(scores);
    assertThat(scores).containsExactly(97);
  }

  @Test
  void infersBatches() {
    byte[] pixels = {1, 1, 0, 0, 0, 100, 2, 2, 2};
    int[] classes = new int[3];
    session.classify(pixels, 3, classes);
    assertThat(classes).containsExactly(0, 1, 0);
    int[] scores = new int[6];
    session.scores(pixels, 3, scores);
    assertThat(scores).containsExactly(13, -1, 10, 300, 16, 4);
    session.classify(new byte[0], 0, new int[0]);
    session.scores(scores = new int[2]);
    assertThat(scores).containsExactly(16, 4);
  }

  @Test
  void givesTheLowestClassOfEqualScores() {
    assertThat(sessionWithScores(-5, 7, 7, 3).classify(new byte[1])).isEqualTo(1);
  }

  @Test
  void ranksClassesByScoreThenNumber() {
    Session ranked = sessionWithScores(4, 9, -2, 9, 4, 11);
    ranked.classify(new byte[1]);
    int[] top = new int[6];
    ranked.top(top);
    assertThat(top).containsExactly(5, 1, 3, 0, 4, 2);
    int[] two = new int[2];
    ranked.top(two);
    assertThat(two).containsExactly(5, 1);
  }

  @Test
  void scalesLogits() {
    Session scaled = sessionWithScores(512, -256);
    scaled.classify(new byte[1]);
    float[] logits = new float[2];
    scaled.logits(logits);
    assertThat(logits).containsExactly(1f, -0.5f);
  }

  @Test
  void givesProbabilitiesInQ16() {
    Session scaled = sessionWithScores(512, 0); // logits 1 and 0
    scaled.classify(new byte[1]);
    int[] probabilities = new int[2];
    scaled.probabilities(probabilities);
    assertThat(probabilities[0]).isBetween(47910 - 8, 47910 + 8); // e / (e + 1) 2^16
    assertThat(probabilities[0] + probabilities[1]).isBetween(65535, 65537);
  }

  @Test
  void refusesArraysOfAWrongLengthNamingBothSizes() {
    refuses(() -> session.classify(new byte[4]), "pixels: expected an array of 3 (1x1x3), found 4");
    refuses(() -> session.classify(new float[2]), "reals: expected an array of 3 (1x1x3), found 2");
    refuses(
        () -> session.classify(new byte[4], 2),
        "pixels: expected 3 (1x1x3) from 2, found an array of 4");
    refuses(
        () -> session.classify(new byte[4], -1),
        "pixels: expected 3 (1x1x3) from -1, found an array of 4");
    refuses(
        () -> session.scores(new byte[3], new int[1]),
        "scores: expected an array of 2 (classes), found 1");
    refuses(() -> session.scores(new int[3]), "scores: expected an array of 2 (classes), found 3");
    refuses(
        () -> session.logits(new float[3]), "logits: expected an array of 2 (classes), found 3");
    refuses(
        () -> session.probabilities(new int[0]),
        "probabilities: expected an array of 2 (classes), found 0");
    refuses(() -> session.top(new int[0]), "classes: expected an array of 1 to 2, found 0");
    refuses(() -> session.top(new int[3]), "classes: expected an array of 1 to 2, found 3");
    refuses(
        () -> session.classify(new byte[5], 2, new int[2]),
        "pixels: expected an array of 6 (2 x 1x1x3), found 5");
    refuses(
        () -> session.classify(new byte[6], 2, new int[3]),
        "classes: expected an array of 2 (images), found 3");
    refuses(
        () -> session.classify(new byte[6], -1, new int[3]),
        "count: expected at least 0 images, found -1");
    refuses(
        () -> session.scores(new byte[6], 2, new int[3]),
        "scores: expected an array of 4 (2 x 2), found 3");
  }

  @Test
  void refusesNaN() {
    refuses(
        () -> session.classify(new float[] {0, Float.NaN, 0}),
        "reals: expected numbers, found NaN at 1");
  }

  private static void refuses(ThrowingCallable call, String message) {
    assertThatThrownBy(call).isInstanceOf(IllegalArgumentException.class).hasMessage(message);
  }

  @Test
  void hasNoResultsBeforeTheFirstImage() {
    assertThatThrownBy(() -> session.scores(new int[2])).isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(() -> session.logits(new float[2]))
        .isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(() -> session.probabilities(new int[2]))
        .isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(() -> session.top(new int[1])).isInstanceOf(IllegalStateException.class);
  }
}
