/*
 * Copyright 2026 The Thimble Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.thimble.models.data;

import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

/** Where IDX files come from. */
interface IdxFiles {

  /** The file with this plain name, or empty if there is none. Both gzip and raw bytes may come. */
  Optional<Source> find(String name) throws IOException;

  /** How error messages call the file of this name. */
  String describe(String name);

  /**
   * One file, not yet opened.
   *
   * @param description how error messages call it
   * @param sha256 lower-case hex of the unpacked bytes, or empty if any content will do
   */
  record Source(String description, Opener opener, String sha256) {}

  /** Opens the packed bytes. */
  @FunctionalInterface
  interface Opener {
    InputStream open() throws IOException;
  }
}
