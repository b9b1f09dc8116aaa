/*
 * Copyright 2026 The Thimble Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.thimble.compressor.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;

class LadderTest {
  private static final double DENSITY = 0.1;

  @Test
  void goesDownFromTheOriginalAndThenFromRungToRung() {
    Ladder ladder = new Ladder(new Goal.MaxError(0.5), DENSITY);
    List<Trial> trials = new ArrayList<>();
    assertThat(ladder.next(trials)).contains(new Step(0, Ladder.START * DENSITY));
    trials.add(trial(1, 0, 0.4, 0.01));
    assertThat(ladder.next(trials)).contains(new Step(1, 0.4 * Ladder.RATIO));
  }

  @Test
  void stopsBelowATwoTimesMissedErrorAndLooksBetween() {
    // Above 2 % error below 10 % density.
    List<Trial> trials = run(new Goal.MaxError(0.02), density -> density < 0.1 ? 0.03 : 0.01);
    int rungs = trials.size() - Ladder.REFINEMENTS;
    assertThat(trials.subList(rungs - 2, rungs)).allMatch(trial -> trial.error() > 0.02);
    Trial lastMet = trials.get(rungs - 3);
    Trial firstMissed = trials.get(rungs - 2);
    Trial first = trials.get(rungs);
    assertThat(first.parent()).isEqualTo(lastMet.number());
    assertThat(first.density())
        .isCloseTo(Math.sqrt(lastMet.density() * firstMissed.density()), within(1e-12));
    Trial second = trials.get(rungs + 1);
    assertThat(second.density()).isBetween(firstMissed.density(), lastMet.density());
    assertThat(second.density()).isNotEqualTo(first.density());
  }

  @Test
  void aSingleMissIsForgiven() {
    List<Trial> trials = new ArrayList<>();
    trials.add(trial(1, 0, 0.4, 0.01));
    trials.add(trial(2, 1, 0.28, 0.03));
    Ladder ladder = new Ladder(new Goal.MaxError(0.02), DENSITY);
    assertThat(ladder.next(trials).orElseThrow().parent()).isEqualTo(2);
  }

  @Test
  void stopsAtTheSizeAndLooksBetween() {
    Goal goal = new Goal.MaxSize(1500);
    List<Trial> trials = run(goal, density -> 0.01);
    int rungs = trials.size() - Ladder.REFINEMENTS;
    assertThat(trials.subList(0, rungs - 1)).noneMatch(goal::isMet);
    assertThat(goal.isMet(trials.get(rungs - 1))).isTrue();
    assertThat(trials.get(rungs).parent()).isEqualTo(rungs - 1);
  }

  @Test
  void endsWhereNothingCanBeReached() {
    List<Trial> trials = run(new Goal.MaxError(0.001), density -> 0.5);
    assertThat(trials).hasSize(2);
    trials = run(new Goal.MaxSize(1), density -> 0.5);
    assertThat(trials.get(trials.size() - 1).density())
        .isGreaterThanOrEqualTo(DENSITY * Ladder.END);
    assertThat(trials).allMatch(trial -> trial.parent() == trial.number() - 1);
  }

  @Test
  void aSizeThatTheFirstRungMeetsNeedsNoMore() {
    assertThat(run(new Goal.MaxSize(1 << 20), density -> 0.01)).hasSize(1);
  }

  /** 10,000 bytes at full density. */
  private static List<Trial> run(Goal goal, DoubleUnaryOperator error) {
    Ladder ladder = new Ladder(goal, DENSITY);
    List<Trial> trials = new ArrayList<>();
    Optional<Step> step = ladder.next(trials);
    while (step.isPresent()) {
      double density = step.get().density();
      int parent = step.get().parent();
      trials.add(trial(trials.size() + 1, parent, density, error.applyAsDouble(density)));
      step = ladder.next(trials);
    }
    return trials;
  }

  static Trial trial(int number, int parent, double density, double error) {
    int bytes = (int) Math.max(1, Math.round(10_000 * density));
    return new Trial(number, parent, density, bytes, 1000, (int) Math.round(1000 * error), 1);
  }
}
