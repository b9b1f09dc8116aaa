/*
 * Copyright 2026 The Thimble Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.thimble.compressor.search;

import java.time.Duration;
import java.util.Optional;

/**
 * How to search.
 *
 * @param goal what is looked for
 * @param time no trial begins that would likely end later; empty for no limit
 * @param resume whether to go on with an earlier search
 */
public record SearchOptions(Goal goal, Optional<Duration> time, boolean resume) {

  public SearchOptions {
    if (time.isPresent() && (time.get().isNegative() || time.get().isZero())) {
      throw new IllegalArgumentException("the time must be above 0, found " + time.get());
    }
  }
}
