/*
 * Copyright 2026 The Thimble Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.thimble.compressor.search;

import java.util.Comparator;
import java.util.List;

/** The trials that no other one beats in size and error at once. */
public final class ParetoFront {

  private ParetoFront() {}

  /** The front by ascending size; of equal trials the first. */
  public static List<Trial> of(List<Trial> trials) {
    return trials.stream()
        .filter(trial -> trials.stream().noneMatch(other -> dominates(other, trial)))
        .sorted(Comparator.comparingInt(Trial::fileBytes))
        .toList();
  }

  private static boolean dominates(Trial other, Trial trial) {
    boolean noWorse = other.fileBytes() <= trial.fileBytes() && other.errors() <= trial.errors();
    boolean better = other.fileBytes() < trial.fileBytes() || other.errors() < trial.errors();
    return noWorse && (better || other.number() < trial.number());
  }
}
