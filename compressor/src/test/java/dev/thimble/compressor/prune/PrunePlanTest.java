/*
 * Copyright 2026 The Thimble Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.thimble.compressor.prune;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.thimble.compressor.network.Network;
import dev.thimble.compressor.network.PrunedWeights;
import dev.thimble.compressor.network.TinyNetworks;
import dev.thimble.compressor.network.WeightedLayer;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PrunePlanTest {

  private final Network network = TinyNetworks.dense(new int[] {20, 12, 5}, 1);

  @Test
  void keepsTheWholeBudgetAtTheEnd() {
    Network pruned =
        Pruner.prune(network, PrunePlan.of(new PruneOptions(0.25, Map.of(), 0, 0, 0.8), network));
    assertThat(pruned.keptCount()).isEqualTo(Math.round(0.25 * (20 * 12 + 12 * 5)));
  }

  @Test
  void honoursTheBudgetOfANamedLayer() {
    PrunePlan plan = PrunePlan.of(new PruneOptions(0.5, Map.of("fc2", 0.1), 0, 0, 0.8), network);
    List<WeightedLayer> layers = Pruner.prune(network, plan).weightedLayers();
    assertThat(layers.get(0).weights().kept()).isEqualTo(120);
    assertThat(layers.get(1).weights().kept()).isEqualTo(6);
  }

  @Test
  void remembersPrunedValues() {
    Network pruned =
        Pruner.prune(network, PrunePlan.of(new PruneOptions(0.1, Map.of(), 0, 0, 0.8), network));
    PrunedWeights weights = (PrunedWeights) pruned.weightedLayers().get(0).weights();
    assertThat(weights.values()).isEqualTo(network.weightedLayers().get(0).weights().effective());
  }

  @Test
  void refusesAnUnknownLayer() {
    assertThatThrownBy(
            () -> PrunePlan.of(new PruneOptions(0.5, Map.of("fc9", 0.1), 0, 0, 0.8), network))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("a density is given for layer fc9, but the layers are [fc1, fc2]");
  }

  @Test
  void refusesADensityAboveOne() {
    assertThatThrownBy(() -> new PruneOptions(0.5, Map.of("fc1", 1.5), 0, 0, 0.8))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("the density of layer fc1 must be above 0 and at most 1, found 1.5");
  }
}
