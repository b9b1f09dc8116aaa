/*
 * Copyright 2026 The Thimble Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.thimble.compressor.sensitivity.analysis;

import dev.thimble.compressor.sensitivity.Analysis;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;

/**
 * How far the work is. Each analysis has an estimated share of the time; the time left follows from
 * what the done shares took. Every step is a place where an interrupt ends the work.
 */
final class Progress {
  private final AnalysisListener listener;
  private final Map<Analysis, Double> seconds = new EnumMap<>(Analysis.class);
  private final long began = System.nanoTime();
  private double doneSeconds;
  private Analysis current;
  private double currentShare;

  Progress(AnalysisListener listener) {
    this.listener = listener;
  }

  /** Expects an analysis to take so long on a quiet machine. */
  void expect(Analysis analysis, double estimate) {
    seconds.merge(analysis, estimate, Double::sum);
  }

  /** Begins an analysis; the one before is done. */
  void begin(Analysis analysis) throws InterruptedException {
    finishCurrent();
    current = analysis;
    currentShare = 0;
    step(0, 1);
  }

  private void finishCurrent() {
    if (current != null) {
      doneSeconds += seconds.getOrDefault(current, 0.0);
    }
    current = null;
  }

  /**
   * Some of the current analysis's steps are done.
   *
   * @throws InterruptedException if this thread is interrupted
   */
  void step(int done, int steps) throws InterruptedException {
    if (Thread.interrupted()) {
      throw new InterruptedException();
    }
    show((double) done / steps);
  }

  /** A share of the current analysis is done. */
  void show(double done) {
    currentShare = done;
    double total = seconds.values().stream().mapToDouble(Double::doubleValue).sum();
    double reached = doneSeconds + currentShare * seconds.getOrDefault(current, 0.0);
    double share = total == 0 ? 0 : Math.min(1, reached / total);
    double elapsed = (System.nanoTime() - began) / 1e9;
    // Before anything is done, the estimate itself is all there is.
    double left = share < 0.01 ? total : elapsed * (1 - share) / share;
    listener.onStep(current, share, Duration.ofMillis((long) (1000 * left)));
  }

  /** All work is done. */
  void end() {
    finishCurrent();
    listener.onEnd();
  }
}
