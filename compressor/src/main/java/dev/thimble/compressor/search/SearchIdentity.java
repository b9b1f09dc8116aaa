/*
 * Copyright 2026 The Thimble Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.thimble.compressor.search;

import dev.thimble.compressor.io.Sha256;
import dev.thimble.compressor.network.Network;
import dev.thimble.compressor.network.WeightedLayer;
import dev.thimble.compressor.pipeline.CompressionData;
import dev.thimble.compressor.pipeline.Recipe;
import dev.thimble.compressor.recipe.RecipeJson;
import dev.thimble.models.data.TrainingData;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;

/** A SHA-256 digest of everything that decides which way a search goes. */
final class SearchIdentity {
  private final MessageDigest digest = Sha256.digest();

  private SearchIdentity() {}

  /** The digest in hexadecimal. */
  static String of(
      String name, Network original, Recipe recipe, CompressionData data, long seed, Goal goal) {
    SearchIdentity identity = new SearchIdentity();
    identity.add(name + '\n' + seed + '\n' + goal);
    identity.digest.update(RecipeJson.write(recipe));
    for (WeightedLayer layer : original.weightedLayers()) {
      identity.add(layer.weights().effective());
      identity.add(layer.bias().toArray());
    }
    TrainingData training = data.training().orElseThrow();
    identity.digest.update(training.training().labels());
    identity.digest.update(training.training().firstPixels(training.training().count()));
    identity.digest.update(training.validation().labels());
    return HexFormat.of().formatHex(identity.digest.digest());
  }

  private void add(String text) {
    digest.update(text.getBytes(StandardCharsets.UTF_8));
  }

  private void add(float[] values) {
    ByteBuffer bytes = ByteBuffer.allocate(Float.BYTES * values.length);
    for (float value : values) {
      bytes.putFloat(value);
    }
    digest.update(bytes.array());
  }
}
