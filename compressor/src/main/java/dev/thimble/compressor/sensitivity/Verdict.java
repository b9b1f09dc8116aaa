/*
 * Copyright 2026 The Thimble Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.thimble.compressor.sensitivity;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/**
 * What follows from the analyses.
 *
 * @param layers how far each layer can go on its own without retraining
 * @param recipe a recipe in its JSON form, as {@code compress --recipe} takes it; null if there is
 *     no original network to compress
 * @param recipeFile name of the file beside the report that holds it; null without recipe
 * @param command the command line to paste; null without recipe
 * @param comparison that recipe measured against the default one; null if it was not measured
 */
public record Verdict(
    List<LayerVerdict> layers,
    ObjectNode recipe,
    String recipeFile,
    String command,
    Comparison comparison) {

  public Verdict {
    layers = Checks.list("layers", layers);
  }

  /**
   * A layer's limits inside the budget. Each is the coarsest setting of its sweep, no finer one
   * failing, with all other layers at full precision and nothing retrained; null if even the finest
   * setting exceeds the budget.
   *
   * @param layer its name
   * @param bits narrowest width
   * @param bitsError error at that width, in [0, 1]
   * @param density lowest kept share
   * @param densityError error at that share
   * @param codebook smallest codebook
   * @param codebookError error with that codebook
   * @param recipeDensity kept share in the verdict's recipe, which retrains; null without recipe
   * @param recipeCodebook codebook in the verdict's recipe; null without recipe
   */
  public record LayerVerdict(
      String layer,
      Integer bits,
      Double bitsError,
      Double density,
      Double densityError,
      Integer codebook,
      Double codebookError,
      Double recipeDensity,
      Integer recipeCodebook) {

    public LayerVerdict {
      Checks.named("a layer", layer);
    }
  }

  /**
   * Two finished compressions of the same length of training.
   *
   * @param basis which recipes were run, in a sentence
   * @param verdict with the verdict's layer budgets
   * @param reference with the default recipe's
   * @param holds whether the verdict's file is not larger, or else has a lower error
   */
  public record Comparison(String basis, Compressed verdict, Compressed reference, boolean holds) {}

  /**
   * A finished compression through {@code runtime-lite}.
   *
   * @param recipe its recipe's name
   * @param fileBytes size of the file
   * @param validation on the validation images
   * @param testError error on the test images, in [0, 1]; null if there are none
   * @param testSamples number of test images; 0 if there are none
   */
  public record Compressed(
      String recipe, int fileBytes, Measurement validation, Double testError, int testSamples) {

    public Compressed {
      Checks.named("a recipe", recipe);
      Checks.atLeast("a file's bytes", 1, fileBytes);
    }
  }
}
