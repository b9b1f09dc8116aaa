/*
 * Copyright 2026 The Thimble Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.thimble.compressor.cli;

import dev.thimble.compressor.recipe.Recipes;
import java.util.Iterator;

/** The recipes' names, for the help text. */
final class RecipeNames implements Iterable<String> {

  @Override
  public Iterator<String> iterator() {
    return Recipes.names().iterator();
  }
}
