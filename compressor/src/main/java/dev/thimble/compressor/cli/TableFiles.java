/*
 * Copyright 2026 The Thimble Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.thimble.compressor.cli;

import dev.thimble.compressor.report.tables.TableFile;
import java.io.IOException;
import java.util.List;

/** Where the files of the tables come from. */
interface TableFiles {

  /** The command that makes these tables again. */
  String command();

  /**
   * The files of all recipes and seeds, a network's together.
   *
   * @throws IOException if a file cannot be used
   * @throws InterruptedException if this thread is interrupted
   */
  List<TableFile> of(List<TableOriginal> originals) throws IOException, InterruptedException;
}
