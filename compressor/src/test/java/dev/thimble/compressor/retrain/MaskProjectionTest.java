/*
 * Copyright 2026 The Thimble Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.thimble.compressor.retrain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.thimble.compressor.dl4j.ParameterLayout;
import dev.thimble.compressor.network.Network;
import dev.thimble.compressor.network.TinyNetworks;
import dev.thimble.compressor.prune.PruneOptions;
import dev.thimble.compressor.prune.PrunePlan;
import dev.thimble.compressor.quantize.QuantizeOptions;
import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.Test;

class MaskProjectionTest {

  private final Network network = TinyNetworks.dense(new int[] {6, 4}, 1);
  private final ParameterLayout layout = ParameterLayout.of(network);
  private final float[] shadow = new float[layout.size()];

  @Test
  void prunedWeightsMoveAtTheirShareOfTheStep() {
    assertThat(restrained(new PruneOptions(0.5, Map.of(), 0, 1, 0.25))).containsOnly(1f, 0.25f);
    assertThat(restrained(new PruneOptions(0.5, Map.of(), 0, 1, 1))).containsOnly(1f);
  }

  @Test
  void prunedWeightsStayOnceTheMasksAreFixed() {
    assertThat(restrained(new PruneOptions(0.5, Map.of(), 0, 0, 0.25))).containsOnly(1f, 0f);
  }

  /** What is left of a step of 1 by every parameter, of which the first 12 weights are pruned. */
  private float[] restrained(PruneOptions options) {
    for (int i = 0; i < 24; i++) {
      shadow[i] = i + 1;
    }
    MaskProjection projection =
        new MaskProjection(layout, PrunePlan.of(options, network), QuantizeOptions.DEFAULT);
    projection.beforeStep(shadow, 0, 0.5);
    float[] step = new float[shadow.length];
    Arrays.fill(step, 1f);
    projection.restrain(step);
    assertThat(Arrays.copyOfRange(step, 12, step.length)).containsOnly(1f); // kept ones and biases
    return step;
  }
}
