/*
 * Copyright 2026 The Thimble Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.thimble.compressor.retrain;

import java.util.Optional;

/** Where a training begins, and who keeps how far it is. */
public interface TrainingCheckpoint {

  /** Begins at the start and keeps nothing. */
  TrainingCheckpoint NONE =
      new TrainingCheckpoint() {
        @Override
        public Optional<TrainingState> start() {
          return Optional.empty();
        }

        @Override
        public void keep(TrainingState state) {}
      };

  /** Where the training goes on; empty to begin at the start. */
  Optional<TrainingState> start();

  /**
   * Called after every epoch, before a listener hears of it.
   *
   * @throws InterruptedException if this thread is interrupted
   */
  void keep(TrainingState state) throws InterruptedException;
}
