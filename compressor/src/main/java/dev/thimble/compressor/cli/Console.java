/*
 * Copyright 2026 The Thimble Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.thimble.compressor.cli;

import dev.thimble.compressor.report.ReportJson;
import java.io.PrintStream;
import java.util.function.Supplier;

/**
 * Where a command prints: results to {@code out}, progress and errors to {@code err}.
 *
 * @param out results
 * @param err progress and errors
 * @param columns width of the terminal that {@code err} is, on which a line may be redrawn; 0 if it
 *     is a file or a pipe
 */
record Console(PrintStream out, PrintStream err, int columns) {

  /** Set by the launcher, which alone can tell on every JDK. */
  private static final String COLUMNS_PROPERTY = "thimble.columns";

  private static final int MIN_COLUMNS = 40;

  static Console system() {
    int columns = Integer.getInteger(COLUMNS_PROPERTY, 0);
    return new Console(System.out, System.err, columns < MIN_COLUMNS ? 0 : columns);
  }

  /** A display for work of {@code total} steps. */
  ProgressDisplay progress(String task, long total) {
    return columns > 0
        ? new ProgressBarDisplay(task, total, err, columns)
        : new PlainProgress(task, total, err);
  }

  /** Shows text that the next output replaces; nothing where that cannot be. */
  void transientLine(String text) {
    if (columns > 0) {
      err.print("\r" + " ".repeat(columns - 1) + "\r" + text);
      err.flush();
    }
  }

  /** Prints a result as JSON or as text. */
  void print(boolean json, Object result, Supplier<String> text) {
    if (json) {
      byte[] bytes = ReportJson.write(result);
      out.write(bytes, 0, bytes.length);
    } else {
      out.print(text.get());
    }
    out.flush();
  }
}
