/*
 * Copyright 2026 The Thimble Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.thimble.compressor.cli;

import java.io.PrintStream;
import java.time.Duration;

/**
 * Progress for files and pipes: a line for each milestone, and one when there was none for long.
 */
final class PlainProgress implements ProgressDisplay {
  private static final long SILENCE_NANOS = 30_000_000_000L;

  private final String task;
  private final long total;
  private final PrintStream out;
  private long lastLineNanos = System.nanoTime();

  PlainProgress(String task, long total, PrintStream out) {
    this.task = task;
    this.total = total;
    this.out = out;
  }

  @Override
  public void step(long done, String detail, Duration left) {
    if (System.nanoTime() - lastLineNanos >= SILENCE_NANOS) {
      milestone(100 * done / total + " %, " + detail + ", " + Durations.format(left) + " left");
    }
  }

  @Override
  public void milestone(String line) {
    out.println(task + ": " + line);
    lastLineNanos = System.nanoTime();
  }

  @Override
  public void close() {
    out.flush();
  }
}
