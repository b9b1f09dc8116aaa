/*
 * Copyright 2026 The Thimble Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.thimble.compressor.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Where a report is to be written. */
final class ReportDirectory {

  private ReportDirectory() {}

  /**
   * Refuses a directory that exists, unless its files may be replaced.
   *
   * @throws IOException if it exists, or is a file
   */
  static void requireRoom(Path directory, boolean replace) throws IOException {
    if (Files.exists(directory) && !Files.isDirectory(directory)) {
      throw new IOException(directory + ": expected a directory to write, found a file");
    }
    if (Files.exists(directory) && !replace) {
      throw new IOException(
          directory
              + ": expected a new directory, found one that exists (--force replaces its"
              + " files)");
    }
  }
}
