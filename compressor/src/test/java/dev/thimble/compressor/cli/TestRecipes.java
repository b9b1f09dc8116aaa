/*
 * Copyright 2026 The Thimble Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.thimble.compressor.cli;

import dev.thimble.compressor.artifact.Coding;
import dev.thimble.compressor.cluster.ClusterOptions;
import dev.thimble.compressor.dl4j.Distillation;
import dev.thimble.compressor.pipeline.CodeOptions;
import dev.thimble.compressor.pipeline.Recipe;
import dev.thimble.compressor.prune.PruneOptions;
import dev.thimble.compressor.quantize.QuantizeOptions;
import dev.thimble.compressor.retrain.RetrainOptions;
import dev.thimble.models.training.SharpnessAwareness;
import java.util.Map;
import java.util.Optional;

/** Recipes for a thousand images and a few seconds. */
final class TestRecipes {

  private TestRecipes() {}

  /** All five stages. */
  static Recipe small() {
    return withCodebook(8);
  }

  /** All five stages, with that many values a layer. */
  static Recipe withCodebook(int size) {
    RetrainOptions retrain =
        new RetrainOptions(3, 32, 1e-3, new Distillation(0.5, 3), false, SharpnessAwareness.NONE);
    RetrainOptions fineTuning =
        new RetrainOptions(1, 32, 3e-4, Distillation.NONE, false, SharpnessAwareness.NONE);
    return new Recipe(
        "small",
        Optional.of(new PruneOptions(0.1, Map.of(), 0.6, 0.9, 0.8)),
        Optional.of(retrain),
        Optional.empty(),
        Optional.empty(),
        QuantizeOptions.DEFAULT,
        Optional.of(new ClusterOptions(size, Map.of(), Optional.of(fineTuning), 0.7)),
        new CodeOptions(Coding.AUTO, true, 2));
  }
}
