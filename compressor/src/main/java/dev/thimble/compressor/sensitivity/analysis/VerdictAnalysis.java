/*
 * Copyright 2026 The Thimble Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.thimble.compressor.sensitivity.analysis;

import dev.thimble.compressor.pipeline.Recipe;
import dev.thimble.compressor.recipe.RecipeJson;
import dev.thimble.compressor.sensitivity.Sweep;
import dev.thimble.compressor.sensitivity.Sweep.LayerSweep;
import dev.thimble.compressor.sensitivity.SweepPoint;
import dev.thimble.compressor.sensitivity.Verdict;
import dev.thimble.compressor.sensitivity.Verdict.Comparison;
import dev.thimble.compressor.sensitivity.Verdict.LayerVerdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Puts the sweeps' limits together, layer by layer. */
final class VerdictAnalysis {
  private final Sweep bits;
  private final Sweep densities;
  private final Sweep codebooks;

  VerdictAnalysis(Sweep bits, Sweep densities, Sweep codebooks) {
    this.bits = bits;
    this.densities = densities;
    this.codebooks = codebooks;
  }

  /**
   * The verdict.
   *
   * @param recipe of {@link VerdictRecipe}; empty without a network to compress
   * @param comparison of that recipe; null if not measured
   */
  Verdict of(Optional<Recipe> recipe, VerdictCommand command, Comparison comparison) {
    List<LayerVerdict> layers = new ArrayList<>();
    for (int layer = 0; layer < bits.layers().size(); layer++) {
      layers.add(layer(layer, recipe));
    }
    return new Verdict(
        layers,
        recipe.map(RecipeJson::toTree).orElse(null),
        recipe.map(r -> command.recipeFile()).orElse(null),
        recipe.map(r -> command.command()).orElse(null),
        comparison);
  }

  private LayerVerdict layer(int index, Optional<Recipe> recipe) {
    LayerSweep width = bits.layers().get(index);
    LayerSweep density = densities.layers().get(index);
    LayerSweep codebook = codebooks.layers().get(index);
    String name = width.layer();
    return new LayerVerdict(
        name,
        whole(width.kept()),
        error(width),
        density.kept(),
        error(density),
        whole(codebook.kept()),
        error(codebook),
        recipe.flatMap(r -> VerdictRecipe.density(r, name)).orElse(null),
        recipe.flatMap(r -> VerdictRecipe.codebook(r, name)).orElse(null));
  }

  private static Integer whole(Double value) {
    return value == null ? null : Integer.valueOf(value.intValue());
  }

  /** The error at the limit. */
  private static Double error(LayerSweep sweep) {
    for (SweepPoint point : sweep.alone()) {
      if (sweep.kept() != null && point.value() == sweep.kept()) {
        return point.measurement().error();
      }
    }
    return null;
  }
}
