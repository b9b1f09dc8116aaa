/*
 * Copyright 2026 The Thimble Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.thimble.compressor.search;

import java.util.List;

/**
 * What a search knows so far.
 *
 * @param version of this record
 * @param identity tells searches apart that would not go the same way
 * @param finished whether there is nothing more to try
 * @param trials in order
 */
record SearchState(int version, String identity, boolean finished, List<Trial> trials) {

  static final int VERSION = 1;

  SearchState {
    trials = List.copyOf(trials);
    if (version != VERSION) {
      throw new IllegalArgumentException("expected version " + VERSION + ", found " + version);
    }
    if (identity == null) {
      throw new IllegalArgumentException("expected an identity, found nothing");
    }
    for (int i = 0; i < trials.size(); i++) {
      if (trials.get(i).number() != i + 1) {
        throw new IllegalArgumentException(
            "expected trial " + (i + 1) + ", found trial " + trials.get(i).number());
      }
    }
  }
}
