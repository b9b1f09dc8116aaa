/*
 * Copyright 2026 The Thimble Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.thimble.compressor.cli;

import dev.thimble.compressor.io.AtomicFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Where a report is to be written. */
final class ReportDirectory {

  private ReportDirectory() {}

  /**
   * Refuses a directory that exists, unless its files may be replaced.
   *
   * @throws IOException if it exists, or could not be written
   */
  static void requireRoom(Path directory, boolean replace) throws IOException {
    AtomicFile.checkDirectory(directory);
    if (Files.exists(directory) && !replace) {
      throw new IOException(
          directory
              + ": expected a new directory, found one that exists (--force replaces its"
              + " files)");
    }
  }
}
