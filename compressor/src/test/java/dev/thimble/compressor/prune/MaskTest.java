/*
 * Copyright 2026 The Thimble Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.thimble.compressor.prune;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class MaskTest {

  @Test
  void keepsTheLargestMagnitudes() {
    Mask mask = Mask.largest(new float[] {0.1f, -3, 2, 0, -0.5f}, 2);
    assertThat(mask.toArray()).containsExactly(false, true, true, false, false);
    assertThat(mask.count()).isEqualTo(2);
  }

  @Test
  void keepsTheFirstOfEqualMagnitudes() {
    assertThat(Mask.largest(new float[] {1, -1, 1, 2}, 2).toArray())
        .containsExactly(true, false, false, true);
  }

  @Test
  void keepsAllOrNothing() {
    assertThat(Mask.largest(new float[] {0, 0}, 2).toArray()).containsExactly(true, true);
    assertThat(Mask.largest(new float[] {4, 5}, 0).toArray()).containsExactly(false, false);
  }

  @Test
  void scalesPrunedWeightsOnly() {
    float[] values = {9, 1, 2, 3};
    Mask.largest(new float[] {1, 2, 3}, 1).scalePruned(values, 1, 0.5f);
    assertThat(values).containsExactly(9, 0.5f, 1, 3);
  }

  @Test
  void refusesMoreThanThereAre() {
    assertThatThrownBy(() -> Mask.largest(new float[2], 3))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("kept weights must be in [0, 2], found 3");
  }
}
