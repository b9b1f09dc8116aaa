/*
 * Copyright 2026 The Thimble Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.thimble.compressor.search;

import java.util.List;
import java.util.Optional;

/**
 * Decides what to try next: down a ladder of densities, each rung pruning and retraining what the
 * one above left, until the goal is crossed; then between the last rung on the better side and the
 * first beyond it. The next step follows from the trials so far alone, so that a resumed search
 * goes the same way.
 */
final class Ladder {

  /** How many times the recipe's density the first rung has. */
  static final double START = 4;

  /** Density of a rung by that of the one above. */
  static final double RATIO = 0.7;

  /** Below this share of the recipe's density the ladder ends. */
  static final double END = 0.1;

  /** Trials between two rungs. */
  static final int REFINEMENTS = 2;

  /** A rung too low may be bad luck; it takes two in a row to stop. */
  private static final int MISSES = 2;

  private final Goal goal;
  private final double recipeDensity;

  Ladder(Goal goal, double recipeDensity) {
    this.goal = goal;
    this.recipeDensity = recipeDensity;
  }

  /** The next step; empty if the search is over. */
  Optional<Step> next(List<Trial> trials) {
    int rungs = rungs(trials);
    if (rungs == trials.size() && !isCrossed(trials)) {
      double density = rungs == 0 ? first() : trials.get(rungs - 1).density() * RATIO;
      boolean open = rungs == 0 || density >= recipeDensity * END;
      return open ? Optional.of(new Step(rungs, density)) : Optional.empty();
    }
    return trials.size() - rungs < REFINEMENTS ? between(trials, rungs) : Optional.empty();
  }

  private double first() {
    return Math.min(1, recipeDensity * START);
  }

  /** Number of leading trials that are rungs: each goes on from the one before. */
  private static int rungs(List<Trial> trials) {
    int rungs = 0;
    while (rungs < trials.size() && trials.get(rungs).parent() == rungs) {
      rungs++;
    }
    return rungs;
  }

  private boolean isCrossed(List<Trial> rungs) {
    if (goal instanceof Goal.MaxSize) {
      return !rungs.isEmpty() && goal.isMet(rungs.get(rungs.size() - 1));
    }
    int misses = 0;
    for (int i = rungs.size() - 1; i >= 0 && !goal.isMet(rungs.get(i)); i--) {
      misses++;
    }
    return misses >= MISSES;
  }

  /** Halfway, by ratio, between the sparsest trial above the crossing and the densest below. */
  private Optional<Step> between(List<Trial> trials, int rungs) {
    boolean downwards = goal instanceof Goal.MaxSize;
    Trial above = null;
    for (Trial trial : trials) {
      boolean before = goal.isMet(trial) != downwards;
      if (before && (above == null || trial.density() < above.density())) {
        above = trial;
      }
    }
    if (above == null) {
      return Optional.empty();
    }
    double below = 0;
    for (Trial trial : trials) {
      boolean beyond = goal.isMet(trial) == downwards && trial.density() < above.density();
      below = beyond ? Math.max(below, trial.density()) : below;
    }
    return below == 0
        ? Optional.empty()
        : Optional.of(new Step(above.number(), Math.sqrt(above.density() * below)));
  }
}
