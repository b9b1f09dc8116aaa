/*
 * Copyright 2026 The Thimble Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.thimble.compressor.prune;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

class LayerAdaptiveBudgetTest {

  @RepeatedTest(5)
  void agreesWithTheDefinitionByBruteForce(RepetitionInfo repetition) {
    Random random = new Random(repetition.getCurrentRepetition());
    List<float[]> layers =
        List.of(gaussian(random, 30, 1), gaussian(random, 50, 0.1), gaussian(random, 7, 20));
    for (int total : new int[] {3, 20, 60, 87}) {
      assertThat(LayerAdaptiveBudget.kept(layers, total)).isEqualTo(bruteForce(layers, total));
    }
  }

  @Test
  void scaleOfALayerDoesNotMatter() {
    Random random = new Random(3);
    float[] first = gaussian(random, 40, 1);
    float[] second = gaussian(random, 40, 1);
    float[] scaled = second.clone();
    for (int i = 0; i < scaled.length; i++) {
      scaled[i] *= 1024;
    }
    assertThat(LayerAdaptiveBudget.kept(List.of(first, scaled), 30))
        .isEqualTo(LayerAdaptiveBudget.kept(List.of(first, second), 30));
  }

  @Test
  void keepsTheLargestWeightOfEveryLayer() {
    assertThat(LayerAdaptiveBudget.kept(List.of(new float[] {5, 4, 3}, new float[] {1e-6f, 0}), 2))
        .containsExactly(1, 1);
  }

  private static int[] bruteForce(List<float[]> layers, int total) {
    record Scored(int layer, double score) {}
    List<Scored> all = new ArrayList<>();
    for (int layer = 0; layer < layers.size(); layer++) {
      for (float weight : layers.get(layer)) {
        double sum = 0;
        for (float other : layers.get(layer)) {
          sum += Math.abs(other) >= Math.abs(weight) ? (double) other * other : 0;
        }
        all.add(new Scored(layer, (double) weight * weight / sum));
      }
    }
    all.sort(Comparator.comparingDouble(Scored::score).reversed());
    int[] kept = new int[layers.size()];
    all.subList(0, total).forEach(scored -> kept[scored.layer()]++);
    // The largest weight of every layer has score 1: all of them are kept together.
    for (int layer = 0; layer < kept.length; layer++) {
      kept[layer] = Math.max(1, kept[layer]);
    }
    return kept;
  }

  private static float[] gaussian(Random random, int count, double scale) {
    float[] values = new float[count];
    for (int i = 0; i < count; i++) {
      values[i] = (float) (random.nextGaussian() * scale);
    }
    return values;
  }
}
