/*
 * Copyright 2026 The Thimble Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.thimble.compressor.sensitivity.analysis;

import dev.thimble.compressor.cluster.ClusterOptions;
import dev.thimble.compressor.pipeline.Recipe;
import dev.thimble.compressor.prune.PruneOptions;
import dev.thimble.compressor.recipe.Recipes;
import dev.thimble.compressor.retrain.RetrainOptions;
import java.io.IOException;
import java.util.Optional;

/**
 * A recipe's form of a minute instead of many: the one that comes with Thimble, or else few epochs,
 * which need a higher density.
 */
final class ShortRecipe {
  private static final String SUFFIX = "-quick";
  private static final int RETRAIN_EPOCHS = 2;
  private static final int FINE_TUNING_EPOCHS = 1;
  private static final double MIN_DENSITY = 0.1;

  private ShortRecipe() {}

  static Recipe of(Recipe recipe) throws IOException {
    String name = recipe.name() + SUFFIX;
    return Recipes.names().contains(name) ? Recipes.find(name) : shortened(recipe);
  }

  private static Recipe shortened(Recipe recipe) {
    return new Recipe(
        recipe.name(),
        recipe.prune().map(ShortRecipe::denser),
        recipe.retrain().map(options -> withEpochs(options, RETRAIN_EPOCHS)),
        recipe.finetune().map(options -> withEpochs(options, FINE_TUNING_EPOCHS)),
        Optional.empty(),
        recipe.quantize(),
        recipe.cluster().map(ShortRecipe::shortened),
        recipe.code());
  }

  private static PruneOptions denser(PruneOptions options) {
    double density = Math.max(MIN_DENSITY, options.density());
    return options.withDensities(density, options.layerDensities());
  }

  private static ClusterOptions shortened(ClusterOptions options) {
    return options.withFineTuning(training -> withEpochs(training, FINE_TUNING_EPOCHS));
  }

  private static RetrainOptions withEpochs(RetrainOptions options, int most) {
    return options.withEpochs(Math.min(most, options.epochs()));
  }
}
