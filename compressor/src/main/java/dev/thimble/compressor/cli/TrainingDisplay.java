/*
 * Copyright 2026 The Thimble Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.thimble.compressor.cli;

import dev.thimble.models.training.TrainingListener;
import dev.thimble.models.training.TrainingProgress;

/** Puts a training's progress on a display, which it makes at the first step. */
final class TrainingDisplay implements TrainingListener, AutoCloseable {
  private final Console console;
  private final String task;
  private final String round;
  private ProgressDisplay display;

  /**
   * @param round what this training calls an epoch
   */
  TrainingDisplay(Console console, String task, String round) {
    this.console = console;
    this.task = task;
    this.round = round;
  }

  @Override
  public void onStep(TrainingProgress progress) {
    if (display == null) {
      display = console.progress(task, progress.steps());
    }
    display.step(progress.step(), detail(progress), progress.timeLeft());
  }

  @Override
  public void onEpoch(TrainingProgress progress) {
    display.milestone(detail(progress) + ", " + Durations.format(progress.timeLeft()) + " left");
  }

  private String detail(TrainingProgress progress) {
    String validation =
        Double.isNaN(progress.validationError())
            ? ""
            : String.format(", validation error %.2f %%", 100 * progress.validationError());
    return String.format(
        "%s %d/%d, loss %.4f%s",
        round, progress.epoch(), progress.epochs(), progress.loss(), validation);
  }

  @Override
  public void close() {
    if (display != null) {
      display.close();
    }
  }
}
