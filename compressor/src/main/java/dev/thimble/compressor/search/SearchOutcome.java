/*
 * Copyright 2026 The Thimble Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.thimble.compressor.search;

import java.util.List;
import java.util.Optional;

/**
 * What a search found.
 *
 * @param trials all of them, in order
 * @param best the best one inside the goal; empty if there is none
 * @param end why it went no further
 */
public record SearchOutcome(List<Trial> trials, Optional<Trial> best, End end) {

  /** Why a search ends. */
  public enum End {
    /** Nothing is left to try. */
    DONE,
    /** The next trial would likely end too late. */
    TIME,
    /** Its thread was interrupted. */
    INTERRUPT
  }

  public SearchOutcome {
    trials = List.copyOf(trials);
  }
}
