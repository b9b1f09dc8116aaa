/*
 * Copyright 2026 The Thimble Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.thimble.compressor.cli;

import java.io.PrintStream;

/**
 * Where a command prints: results to {@code out}, progress and errors to {@code err}.
 *
 * @param out results
 * @param err progress and errors
 * @param terminal whether {@code err} is a terminal, on which a bar may be redrawn
 */
record Console(PrintStream out, PrintStream err, boolean terminal) {

  /** Set by the launcher, which alone can tell for {@code err} on every JDK. */
  private static final String TERMINAL_PROPERTY = "thimble.terminal";

  static Console system() {
    return new Console(System.out, System.err, Boolean.getBoolean(TERMINAL_PROPERTY));
  }

  /** A display for work of {@code total} steps. */
  ProgressDisplay progress(String task, long total) {
    return terminal
        ? new ProgressBarDisplay(task, total, err)
        : new PlainProgress(task, total, err);
  }
}
