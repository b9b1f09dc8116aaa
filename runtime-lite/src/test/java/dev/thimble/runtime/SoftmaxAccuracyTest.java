/*
 * Copyright 2026 The Thimble Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.thimble.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.thimble.runtime.internal.kernel.Softmax;
import java.util.Random;
import org.junit.jupiter.api.Test;

class SoftmaxAccuracyTest {

  private static final double ONE = 65536;

  @Test
  void staysNearTheRealSoftmax() {
    Random random = new Random(1);
    for (int round = 0; round < 2000; round++) {
      float scale = (float) Math.pow(2, random.nextInt(24) - 26) * (1 + random.nextFloat());
      int[] scores = new int[1 + random.nextInt(20)];
      int spread = (int) Math.min(1 << 30, Math.max(1, 12 / scale));
      for (int i = 0; i < scores.length; i++) {
        scores[i] = random.nextInt(spread) - spread / 2;
      }
      double[] expected = realSoftmax(scores, scale);
      int[] found = new int[scores.length];
      new Softmax(scale).run(scores, scores.length, found);
      for (int i = 0; i < scores.length; i++) {
        assertThat(found[i] / ONE).isCloseTo(expected[i], within(1 / 8192.0));
      }
    }
  }

  private static double[] realSoftmax(int[] scores, double scale) {
    double maximum = Double.NEGATIVE_INFINITY;
    for (int score : scores) {
      maximum = Math.max(maximum, score);
    }
    double[] p = new double[scores.length];
    double sum = 0;
    for (int i = 0; i < p.length; i++) {
      p[i] = Math.exp((scores[i] - maximum) * scale);
      sum += p[i];
    }
    for (int i = 0; i < p.length; i++) {
      p[i] /= sum;
    }
    return p;
  }

  @Test
  void survivesExtremeScalesAndScores() {
    int[] scores = {Integer.MAX_VALUE, Integer.MIN_VALUE, 0};
    int[] found = new int[3];
    for (float scale : new float[] {Float.MAX_VALUE, 1e10f, 20000f, 1f, 1e-8f}) {
      new Softmax(scale).run(scores, 3, found);
      assertThat(found).as("scale %s", scale).containsExactly(65536, 0, 0);
    }
    new Softmax(Float.MIN_VALUE).run(scores, 3, found);
    assertThat(found).containsExactly(21845, 21845, 21845);
    new Softmax(3e-10f).run(scores, 3, found); // logits +-0.644 and 0
    double[] expected = realSoftmax(scores, 3e-10f);
    for (int i = 0; i < 3; i++) {
      assertThat(found[i] / ONE).isCloseTo(expected[i], within(1 / 8192.0));
    }
  }
}
