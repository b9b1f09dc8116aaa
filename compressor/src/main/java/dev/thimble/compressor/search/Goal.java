/*
 * Copyright 2026 The Thimble Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.thimble.compressor.search;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** What a search looks for. */
public sealed interface Goal {

  /** Whether a trial is inside the limit. */
  boolean isMet(Trial trial);

  /** The best trial inside the limit; empty if there is none. */
  Optional<Trial> best(List<Trial> trials);

  /** The limit in words, such as "validation error at most 1.60 %". */
  String describe();

  /**
   * The smallest file whose validation error is not above a limit.
   *
   * @param limit in (0, 1)
   */
  record MaxError(double limit) implements Goal {
    public MaxError {
      if (!(limit > 0 && limit < 1)) {
        throw new IllegalArgumentException(
            "the largest error must be above 0 and below 100 %, found " + 100 * limit + " %");
      }
    }

    @Override
    public boolean isMet(Trial trial) {
      return trial.error() <= limit;
    }

    @Override
    public Optional<Trial> best(List<Trial> trials) {
      return trials.stream()
          .filter(this::isMet)
          .min(Comparator.comparingInt(Trial::fileBytes).thenComparingInt(Trial::errors));
    }

    @Override
    public String describe() {
      return String.format("validation error at most %.2f %%", 100 * limit);
    }
  }

  /**
   * The lowest validation error of a file that is not above a size.
   *
   * @param limit in bytes, at least 1
   */
  record MaxSize(long limit) implements Goal {
    public MaxSize {
      if (limit < 1) {
        throw new IllegalArgumentException(
            "the largest size must be at least 1 byte, found " + limit);
      }
    }

    @Override
    public boolean isMet(Trial trial) {
      return trial.fileBytes() <= limit;
    }

    @Override
    public Optional<Trial> best(List<Trial> trials) {
      return trials.stream()
          .filter(this::isMet)
          .min(Comparator.comparingInt(Trial::errors).thenComparingInt(Trial::fileBytes));
    }

    @Override
    public String describe() {
      return String.format("at most %,d bytes", limit);
    }
  }
}
