/*
 * Copyright 2026 The Thimble Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.thimble.models.training;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Optional;
import org.junit.jupiter.api.Test;

final class TrainingOptionsTest {

  @Test
  void refusesEpochsOutOfRange() {
    assertThatThrownBy(() -> options(0, 1, 0.1)).hasMessage("epochs must be 1 to 10000, got 0");
    assertThatThrownBy(() -> options(10_001, 1, 0.1)).hasMessageContaining("10001");
  }

  @Test
  void refusesABatchOutOfRange() {
    assertThatThrownBy(() -> options(1, 0, 0.1)).hasMessage("batch size must be 1 to 65536, got 0");
    assertThatThrownBy(() -> options(1, 65_537, 0.1)).hasMessageContaining("65537");
  }

  @Test
  void refusesALearningRateOutOfRange() {
    for (double rate : new double[] {0, -1, 1.5, Double.NaN}) {
      assertThatThrownBy(() -> options(1, 1, rate))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessage("learning rate must be above 0 and at most 1, got " + rate);
    }
  }

  @Test
  void refusesASharpnessRadiusOutOfRange() {
    for (double radius : new double[] {-0.1, 10.5, Double.NaN, Double.POSITIVE_INFINITY}) {
      assertThatThrownBy(() -> new SharpnessAwareness(radius))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessage("the SAM radius must be in [0, 10.0], found " + radius);
    }
  }

  private static TrainingOptions options(int epochs, int batch, double rate) {
    return new TrainingOptions(epochs, batch, rate, 1, Optional.empty(), SharpnessAwareness.NONE);
  }
}
