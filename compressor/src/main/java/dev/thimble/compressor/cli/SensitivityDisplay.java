/*
 * Copyright 2026 The Thimble Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.thimble.compressor.cli;

import dev.thimble.compressor.sensitivity.Analysis;
import dev.thimble.compressor.sensitivity.analysis.AnalysisListener;
import java.time.Duration;

/** Shows how a sensitivity analysis goes. */
final class SensitivityDisplay implements AnalysisListener, AutoCloseable {
  private static final int STEPS = 1000;

  private final Console console;
  private ProgressDisplay display;
  private Analysis current;

  SensitivityDisplay(Console console) {
    this.console = console;
    console.transientLine("sensitivity ...");
  }

  @Override
  public void onStep(Analysis analysis, double share, Duration left) {
    if (display == null) {
      display = console.progress("sensitivity", STEPS);
    }
    if (analysis != current) {
      current = analysis;
      display.milestone(analysis.title() + ", " + Durations.format(left) + " left");
    }
    display.step((long) (share * STEPS), analysis.title(), left);
  }

  @Override
  public void onEnd() {
    console.transientLine("");
  }

  @Override
  public void close() {
    if (display != null) {
      display.close();
    }
    console.transientLine("");
  }
}
