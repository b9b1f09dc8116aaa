/*
 * Copyright 2026 The Thimble Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.thimble.compressor.pipeline;

/** Where a compression begins, and who keeps how far it is. */
public interface Checkpoint {

  /** Begins at the start and keeps nothing. */
  Checkpoint NONE =
      new Checkpoint() {
        @Override
        public CompressionProgress start() {
          return CompressionProgress.NONE;
        }

        @Override
        public void keep(CompressionProgress progress) {}
      };

  /** Where the compression goes on. */
  CompressionProgress start();

  /**
   * Called after every epoch of a training, and after every stage from the first training on: what
   * comes before is done again in seconds.
   *
   * @throws InterruptedException if this thread is interrupted
   */
  void keep(CompressionProgress progress) throws InterruptedException;
}
