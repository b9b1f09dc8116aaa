/*
 * Copyright 2026 The Thimble Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.thimble.compressor.recipe;

import java.io.IOException;

/**
 * A recipe that cannot be used; the one-line message names the file, the key, and what is wrong.
 */
public final class RecipeException extends IOException {
  private static final long serialVersionUID = 1L;

  RecipeException(String message) {
    super(message);
  }

  RecipeException(String message, Throwable cause) {
    super(message, cause);
  }

  /** At a key; the root's path is empty. */
  static RecipeException at(String path, String problem) {
    return new RecipeException(path.isEmpty() ? problem : path + ": " + problem);
  }
}
