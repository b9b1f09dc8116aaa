/*
 * Copyright 2026 The Thimble Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.thimble.compressor.cli;

import dev.thimble.compressor.io.AtomicFile;
import dev.thimble.compressor.network.Network;
import dev.thimble.compressor.network.Shape;
import dev.thimble.compressor.pipeline.Recipe;
import dev.thimble.compressor.recipe.Recipes;
import dev.thimble.models.data.DataSource;
import dev.thimble.models.data.ImageShape;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/**
 * All that a compression begins with, read and checked.
 *
 * @param name of the network
 */
record PreparedCompression(
    String name, Network network, Recipe recipe, long seed, CompressionImages images) {

  /**
   * What is asked for.
   *
   * @param recipe empty for the default of the network's family
   * @param overrides what the command line changes of the recipe
   */
  record Request(
      ModelSource model, Optional<Recipe> recipe, RecipeOverrides overrides, long seed) {}

  /**
   * Reads model and images.
   *
   * @param output the file to write
   * @throws IOException if something cannot be used
   */
  static PreparedCompression of(Request request, DataSource source, Path output)
      throws IOException {
    ModelSource model = request.model();
    AtomicFile.checkWritable(output);
    if (model.isFile(output)) {
      throw new IOException(output + ": expected a file to write, found the model itself");
    }
    CompressionImages images =
        CompressionImages.of(source, model.splitSeed().orElse(request.seed()));
    ImageShape shape = images.data().calibration().shape();
    Network network = model.network(new Shape(shape.channels(), shape.height(), shape.width()));
    Recipe recipe =
        request.recipe().isPresent() ? request.recipe().get() : Recipes.defaultFor(network);
    recipe = request.overrides().applyTo(recipe);
    requireLabels(recipe, images);
    return new PreparedCompression(model.name(), network, recipe, request.seed(), images);
  }

  private static void requireLabels(Recipe recipe, CompressionImages images) throws IOException {
    if (recipe.trains() && images.data().training().isEmpty()) {
      throw new IOException(
          images.name()
              + ": recipe "
              + recipe.name()
              + " expects labelled training images, found only calibration images"
              + " (--recipe int8 needs no more)");
    }
  }
}
