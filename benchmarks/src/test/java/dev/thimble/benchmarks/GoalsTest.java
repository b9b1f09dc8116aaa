/*
 * Copyright 2026 The Thimble Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.thimble.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class GoalsTest {

  @Test
  void everyGoalIsForADistinctFigure() {
    assertThat(Goals.all()).doesNotHaveDuplicates().hasSizeGreaterThan(10);
  }
}
