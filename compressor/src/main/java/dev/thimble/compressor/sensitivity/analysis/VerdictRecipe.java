/*
 * Copyright 2026 The Thimble Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.thimble.compressor.sensitivity.analysis;

import dev.thimble.compressor.cluster.ClusterOptions;
import dev.thimble.compressor.network.Network;
import dev.thimble.compressor.network.WeightedLayer;
import dev.thimble.compressor.pipeline.Recipe;
import dev.thimble.compressor.prune.Mask;
import dev.thimble.compressor.prune.PruneOptions;
import dev.thimble.compressor.prune.PrunePlan;
import dev.thimble.compressor.sensitivity.Sweep;
import dev.thimble.compressor.sensitivity.Sweep.LayerSweep;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A recipe with the sweeps' limits in it. It is the network's default recipe, but that no layer
 * keeps more weights or values than it needs inside the budget before any retraining: {@code
 * density = min( the default's share of the layer, the layer's lowest density)}, and so for
 * codebooks. So its file is smaller wherever a sweep says something, and otherwise the same.
 */
final class VerdictRecipe {
  private static final String SUFFIX = "-verdict";
  private static final int MAX_NAME = 64;

  private final Network network;
  private final Sweep densities;
  private final Sweep codebooks;

  VerdictRecipe(Network network, Sweep densities, Sweep codebooks) {
    this.network = network;
    this.densities = densities;
    this.codebooks = codebooks;
  }

  /** The recipe with the limits in it. */
  Recipe of(Recipe base) {
    String name = base.name().substring(0, Math.min(base.name().length(), MAX_NAME - 8)) + SUFFIX;
    return new Recipe(
        name,
        base.prune().map(this::prune),
        base.retrain(),
        base.finetune(),
        base.rate(),
        base.quantize(),
        base.cluster().map(this::cluster),
        base.code());
  }

  private PruneOptions prune(PruneOptions base) {
    Map<String, Double> shares = new HashMap<>();
    List<Mask> masks = PrunePlan.of(base, network).masks(weights(), 1);
    for (int layer = 0; layer < masks.size(); layer++) {
      Mask mask = masks.get(layer);
      LayerSweep sweep = densities.layers().get(layer);
      double share = (double) mask.count() / mask.size();
      shares.put(sweep.layer(), sweep.kept() == null ? share : Math.min(share, sweep.kept()));
    }
    return base.withDensities(base.density(), shares);
  }

  private List<float[]> weights() {
    List<float[]> weights = new ArrayList<>();
    for (WeightedLayer layer : network.weightedLayers()) {
      weights.add(layer.weights().effective());
    }
    return weights;
  }

  private ClusterOptions cluster(ClusterOptions base) {
    Map<String, Integer> sizes = new HashMap<>();
    for (LayerSweep sweep : codebooks.layers()) {
      int size = base.sizeOf(sweep.layer());
      sizes.put(
          sweep.layer(), sweep.kept() == null ? size : Math.min(size, sweep.kept().intValue()));
    }
    return new ClusterOptions(
        base.codebookSize(), sizes, base.fineTuning(), base.assignmentShare());
  }

  /** The kept share of a layer in a recipe of {@link #of}; empty if it does not prune. */
  static Optional<Double> density(Recipe recipe, String layer) {
    return recipe.prune().map(options -> options.layerDensities().get(layer));
  }

  /** The codebook of a layer; empty if the recipe does not cluster. */
  static Optional<Integer> codebook(Recipe recipe, String layer) {
    return recipe.cluster().map(options -> options.sizeOf(layer));
  }
}
