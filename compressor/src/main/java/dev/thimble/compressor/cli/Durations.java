/*
 * Copyright 2026 The Thimble Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.thimble.compressor.cli;

import java.time.Duration;

/** Durations as people read them. */
final class Durations {

  private Durations() {}

  /** Such as {@code 1:02:03} or {@code 2:03}. */
  static String format(Duration duration) {
    long seconds = duration.toSeconds();
    return seconds >= 3600
        ? String.format("%d:%02d:%02d", seconds / 3600, seconds / 60 % 60, seconds % 60)
        : String.format("%d:%02d", seconds / 60, seconds % 60);
  }
}
