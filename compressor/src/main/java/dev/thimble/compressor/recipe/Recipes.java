/*
 * Copyright 2026 The Thimble Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.thimble.compressor.recipe;

import dev.thimble.compressor.network.ConvolutionLayer;
import dev.thimble.compressor.network.Network;
import dev.thimble.compressor.network.WeightedLayer;
import dev.thimble.compressor.pipeline.Recipe;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The recipes that come with Thimble, by name. */
public final class Recipes {

  /** For networks of no family that has its own. */
  public static final String DEFAULT = "default";

  /** Quantizes only: needs no labels. */
  public static final String INT8 = "int8";

  private static final String LENET_300_100 = "lenet-300-100";
  private static final String LENET_5 = "lenet-5";

  private static final List<String> NAMES =
      List.of(
          LENET_300_100,
          LENET_300_100 + "-quick",
          LENET_300_100 + "-medium",
          LENET_300_100 + "-small",
          LENET_300_100 + "-tiny",
          LENET_5,
          LENET_5 + "-quick",
          LENET_5 + "-medium",
          LENET_5 + "-small",
          LENET_5 + "-tiny",
          DEFAULT,
          INT8);

  private Recipes() {}

  /** All names, in order. */
  public static List<String> names() {
    return NAMES;
  }

  /**
   * The recipe of a name, or else of a JSON file.
   *
   * @throws RecipeException if it is neither, or the file's content is no recipe
   */
  public static Recipe find(String nameOrFile) throws IOException {
    if (NAMES.contains(nameOrFile)) {
      return named(nameOrFile);
    }
    Path file = Path.of(nameOrFile);
    if (!Files.exists(file)) {
      throw new RecipeException(
          "no recipe or file " + nameOrFile + ", the recipes are " + String.join(", ", NAMES));
    }
    return RecipeJson.read(file);
  }

  /** The default recipe of a network's family, which its hidden layers tell. */
  public static Recipe defaultFor(Network network) throws IOException {
    String layers =
        String.join(" ", network.weightedLayers().stream().map(Recipes::describe).toList());
    // The last layer has as many rows as there are classes.
    if (layers.matches("dense300 dense100 dense[0-9]+")) {
      return named(LENET_300_100);
    }
    if (layers.matches("conv20 conv50 dense500 dense[0-9]+")) {
      return named(LENET_5);
    }
    return named(DEFAULT);
  }

  private static String describe(WeightedLayer layer) {
    return (layer instanceof ConvolutionLayer ? "conv" : "dense") + layer.rows();
  }

  private static Recipe named(String name) throws IOException {
    try (InputStream in = Recipes.class.getResourceAsStream(name + ".json")) {
      if (in == null) {
        throw new IllegalStateException("this build lacks the recipe " + name);
      }
      return RecipeJson.read("recipe " + name, in);
    }
  }
}
