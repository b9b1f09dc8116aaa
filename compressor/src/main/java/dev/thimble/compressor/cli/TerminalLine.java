/*
 * Copyright 2026 The Thimble Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.thimble.compressor.cli;

import java.io.PrintStream;
import me.tongfei.progressbar.ProgressBarConsumer;

/**
 * Redraws the terminal's last line, and clears it at the end.
 *
 * <p>The library's own console consumer opens a JLine terminal, which takes SIGINT's handler away
 * from the JVM: Ctrl-C would then kill the program before it can write what it has.
 */
final class TerminalLine implements ProgressBarConsumer {
  private final PrintStream out;
  private final int maxLength;

  /**
   * A line on {@code out}.
   *
   * @param columns width of the terminal; the last one stays free, as some wrap after writing to it
   */
  TerminalLine(PrintStream out, int columns) {
    this.out = out;
    this.maxLength = columns - 1;
  }

  @Override
  public int getMaxRenderedLength() {
    return maxLength;
  }

  @Override
  public void accept(String line) {
    out.print("\r" + line + " ".repeat(Math.max(0, maxLength - line.length())));
    out.flush();
  }

  @Override
  public void close() {
    accept("");
    out.print("\r");
    out.flush();
  }
}
