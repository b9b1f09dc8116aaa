/*
 * Copyright 2026 The Thimble Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.thimble.compressor.search;

import dev.thimble.compressor.checkpoint.CompressionIdentity;
import dev.thimble.compressor.io.Fingerprint;
import dev.thimble.compressor.network.Network;
import dev.thimble.compressor.pipeline.CompressionData;
import dev.thimble.compressor.pipeline.Recipe;

/** A SHA-256 digest of everything that decides which way a search goes. */
final class SearchIdentity {
  private SearchIdentity() {}

  /** The digest in hexadecimal. */
  static String of(
      String name, Network original, Recipe recipe, CompressionData data, long seed, Goal goal) {
    CompressionIdentity compression = CompressionIdentity.of(name, original, recipe, data, seed);
    return new Fingerprint().add(compression + "\n" + goal).hex();
  }
}
