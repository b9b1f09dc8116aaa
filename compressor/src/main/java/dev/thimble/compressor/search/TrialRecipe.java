/*
 * Copyright 2026 The Thimble Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.thimble.compressor.search;

import dev.thimble.compressor.pipeline.Recipe;
import dev.thimble.compressor.prune.PruneOptions;
import dev.thimble.compressor.retrain.RetrainOptions;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The recipe of one trial: a recipe at another density, with fewer epochs. */
final class TrialRecipe {

  /** Share of the recipe's epochs: a trial begins near its end. */
  static final double EPOCHS = 1.0 / 3;

  private TrialRecipe() {}

  /**
   * Makes it.
   *
   * @throws IllegalArgumentException if the recipe does not prune and retrain
   */
  static Recipe of(Recipe recipe, double density) {
    PruneOptions prune = requirePruning(recipe);
    double factor = density / prune.density();
    Map<String, Double> layers = new TreeMap<>();
    prune.layerDensities().forEach((name, value) -> layers.put(name, Math.min(1, value * factor)));
    Recipe shorter = recipe.withTrainings(TrialRecipe::shorter);
    return new Recipe(
        recipe.name(),
        Optional.of(prune.withDensities(density, layers)),
        shorter.retrain(),
        shorter.finetune(),
        recipe.rate(),
        recipe.quantize(),
        shorter.cluster(),
        recipe.code());
  }

  /**
   * The pruning of a recipe that can be searched with.
   *
   * @throws IllegalArgumentException if the recipe does not prune and retrain
   */
  static PruneOptions requirePruning(Recipe recipe) {
    if (recipe.prune().isEmpty() || recipe.retrain().isEmpty()) {
      throw new IllegalArgumentException(
          "a search expects a recipe that prunes and retrains, found " + recipe.name());
    }
    return recipe.prune().get();
  }

  private static RetrainOptions shorter(RetrainOptions options) {
    return options.withEpochs((int) Math.max(1, Math.round(options.epochs() * EPOCHS)));
  }
}
