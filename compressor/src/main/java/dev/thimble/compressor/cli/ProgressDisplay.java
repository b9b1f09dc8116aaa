/*
 * Copyright 2026 The Thimble Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.thimble.compressor.cli;

import java.time.Duration;

/** Shows how far long work is. */
interface ProgressDisplay extends AutoCloseable {

  /**
   * After every step.
   *
   * @param done steps done
   * @param detail a few words on the state of the work
   * @param left estimated time to the end
   */
  void step(long done, String detail, Duration left);

  /** After a part of the work that deserves its own line. */
  void milestone(String line);

  @Override
  void close();
}
