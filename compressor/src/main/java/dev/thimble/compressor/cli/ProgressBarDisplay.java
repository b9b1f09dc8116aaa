/*
 * Copyright 2026 The Thimble Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.thimble.compressor.cli;

import java.io.PrintStream;
import java.time.Duration;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressState;

/** Progress for terminals: one line, redrawn, and gone at the end. */
final class ProgressBarDisplay implements ProgressDisplay {
  private static final int UPDATE_MILLIS = 200;
  private static final int BAR_WIDTH = 20;

  private final ProgressBar bar;

  ProgressBarDisplay(String task, long total, PrintStream out, int columns) {
    bar =
        new ProgressBarBuilder()
            .setTaskName(task)
            .setInitialMax(total)
            .setUpdateIntervalMillis(UPDATE_MILLIS)
            .setRenderer(ProgressBarDisplay::render)
            .setConsumer(new TerminalLine(out, columns))
            .build();
  }

  /** The library's own rendering leaves no room for the detail on 80 columns. */
  private static String render(ProgressState state, int maxLength) {
    double done = (double) state.getCurrent() / Math.max(1, state.getMax());
    int filled = (int) (done * BAR_WIDTH);
    String line =
        String.format(
            "%s %3d%% [%s%s]%s",
            state.getTaskName(),
            (int) (done * 100),
            "=".repeat(filled),
            " ".repeat(BAR_WIDTH - filled),
            state.getExtraMessage());
    return line.length() <= maxLength ? line : line.substring(0, maxLength);
  }

  @Override
  public void step(long done, String detail, Duration left) {
    bar.stepTo(done);
    bar.setExtraMessage(" " + Durations.format(left) + " left, " + detail);
  }

  @Override
  public void milestone(String line) {
    // The bar shows the same.
  }

  @Override
  public void close() {
    bar.close();
  }
}
