/*
 * Copyright 2026 The Thimble Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.thimble.compressor.cli;

import dev.thimble.compressor.artifact.Coding;
import dev.thimble.compressor.pipeline.Recipe;
import java.io.IOException;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** What the command line changes of a recipe. */
final class RecipeOverrides {

  @Mixin private SharpnessOption sharpness;

  @Option(
      names = "--coder",
      paramLabel = "NAME",
      description =
          "The entropy coder of the weights, one of ${COMPLETION-CANDIDATES}; auto keeps the"
              + " smallest file; default: the recipe's.",
      completionCandidates = CoderNames.class,
      converter = CoderNames.class)
  private Coding coder;

  /**
   * The recipe with the changes.
   *
   * @throws IOException if the recipe has nothing to change
   */
  Recipe applyTo(Recipe recipe) throws IOException {
    if (sharpness.value().isPresent() && !recipe.trains()) {
      throw new IOException(
          "--sam expects a recipe that trains, found " + recipe.name() + ", which does not");
    }
    Recipe sharp =
        sharpness
            .value()
            .map(value -> recipe.withTrainings(options -> options.withSharpness(value)))
            .orElse(recipe);
    return coder == null ? sharp : sharp.withCoding(coder);
  }
}
