/*
 * Copyright 2026 The Thimble Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.thimble.compressor.search;

import dev.thimble.compressor.io.Fingerprint;
import dev.thimble.compressor.network.Network;
import dev.thimble.compressor.network.WeightedLayer;
import dev.thimble.compressor.pipeline.CompressionData;
import dev.thimble.compressor.pipeline.Recipe;
import dev.thimble.compressor.recipe.RecipeJson;
import dev.thimble.models.data.TrainingData;

/** A SHA-256 digest of everything that decides which way a search goes. */
final class SearchIdentity {
  private SearchIdentity() {}

  /** The digest in hexadecimal. */
  static String of(
      String name, Network original, Recipe recipe, CompressionData data, long seed, Goal goal) {
    Fingerprint fingerprint =
        new Fingerprint().add(name + '\n' + seed + '\n' + goal).add(RecipeJson.write(recipe));
    for (WeightedLayer layer : original.weightedLayers()) {
      fingerprint.add(layer.weights().effective()).add(layer.bias().toArray());
    }
    TrainingData training = data.training().orElseThrow();
    return fingerprint
        .add(training.training().labels())
        .add(training.training().firstPixels(training.training().count()))
        .add(training.validation().labels())
        .hex();
  }
}
