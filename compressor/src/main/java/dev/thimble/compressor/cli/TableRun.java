/*
 * Copyright 2026 The Thimble Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.thimble.compressor.cli;

import dev.thimble.compressor.pipeline.Recipe;

/** A compression whose file the tables need. */
record TableRun(TableOriginal original, Recipe recipe, long seed) {

  /** The name of its files, without what tells them apart. */
  String name() {
    return recipe.name() + "-seed" + seed;
  }

  /** All that the compression begins with. */
  PreparedCompression prepared() {
    return new PreparedCompression(
        original.reference().id(), original.network(), recipe, seed, original.images());
  }
}
