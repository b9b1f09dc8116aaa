/*
 * Copyright 2026 The Thimble Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.thimble.compressor.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class GoalTest {
  private static final Trial LARGE = new Trial(1, 0, 0.4, 900, 100, 1, 0);
  private static final Trial MIDDLE = new Trial(2, 1, 0.2, 500, 100, 2, 0);
  private static final Trial WORSE = new Trial(3, 2, 0.15, 600, 100, 3, 0);
  private static final Trial SMALL = new Trial(4, 3, 0.1, 300, 100, 5, 0);
  private static final List<Trial> ALL = List.of(LARGE, MIDDLE, WORSE, SMALL);

  @Test
  void anErrorTakesTheSmallestFile() {
    assertThat(new Goal.MaxError(0.03).best(ALL)).contains(MIDDLE);
    assertThat(new Goal.MaxError(0.005).best(ALL)).isEmpty();
  }

  @Test
  void aSizeTakesTheLowestError() {
    assertThat(new Goal.MaxSize(650).best(ALL)).contains(MIDDLE);
    assertThat(new Goal.MaxSize(299).best(ALL)).isEmpty();
  }

  @Test
  void theFrontHoldsWhatNothingBeats() {
    assertThat(ParetoFront.of(ALL)).containsExactly(SMALL, MIDDLE, LARGE);
    Trial twin = new Trial(5, 4, 0.05, 300, 100, 5, 0);
    assertThat(ParetoFront.of(List.of(LARGE, MIDDLE, WORSE, SMALL, twin)))
        .containsExactly(SMALL, MIDDLE, LARGE);
  }

  @Test
  void refusesLimitsThatMakeNoSense() {
    for (double limit : new double[] {0, -0.1, 1, Double.NaN}) {
      assertThatThrownBy(() -> new Goal.MaxError(limit))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageStartingWith("the largest error must be above 0 and below 100 %, found ");
    }
    assertThatThrownBy(() -> new Goal.MaxSize(0))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("the largest size must be at least 1 byte, found 0");
  }
}
