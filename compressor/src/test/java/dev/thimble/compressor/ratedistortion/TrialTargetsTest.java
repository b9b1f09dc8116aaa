/*
 * Copyright 2026 The Thimble Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.thimble.compressor.ratedistortion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.thimble.compressor.dl4j.Distillation;
import org.junit.jupiter.api.Test;

class TrialTargetsTest {
  private static final float[][] TEACHER = {{2, 0}, {1, -1}, {-3, 4}}; // [class][image]
  private static final float[][] LOGITS = {{1, 3}, {0.5f, 2}, {-1, 100}};
  private static final int[] LABELS = {1, 0};

  @Test
  void isTheCrossEntropyOfTheLabelWithoutDistillation() {
    TrialTargets targets = new TrialTargets(LABELS, TEACHER, Distillation.NONE);
    assertThat(targets.images()).isEqualTo(2);
    assertThat(targets.loss(LOGITS, 0))
        .isCloseTo(-Math.log(softmax(LOGITS, 0, 1)[1]), within(1e-12));
    assertThat(targets.loss(LOGITS, 1)).isCloseTo(97, within(1e-6));
  }

  @Test
  void isMixedWithTheCrossEntropyOfTheTeacher() {
    double share = 0.3;
    double temperature = 2.5;
    TrialTargets targets = new TrialTargets(LABELS, TEACHER, new Distillation(share, temperature));
    for (int image = 0; image < LABELS.length; image++) {
      double expected = -(1 - share) * Math.log(softmax(LOGITS, image, 1)[LABELS[image]]);
      double[] teacher = softmax(TEACHER, image, temperature);
      double[] student = softmax(LOGITS, image, temperature);
      for (int i = 0; i < teacher.length; i++) {
        expected -= share * temperature * temperature * teacher[i] * Math.log(student[i]);
      }
      assertThat(targets.loss(LOGITS, image)).isCloseTo(expected, within(1e-9));
    }
  }

  @Test
  void knowsNoLabelWhereTheTeacherHasTheWholeShare() {
    Distillation all = new Distillation(1, 3);
    double loss = new TrialTargets(LABELS, TEACHER, all).loss(LOGITS, 0);
    assertThat(new TrialTargets(new int[] {2, 2}, TEACHER, all).loss(LOGITS, 0)).isEqualTo(loss);
  }

  private static double[] softmax(float[][] logits, int image, double temperature) {
    double[] values = new double[logits.length];
    double sum = 0;
    for (int i = 0; i < values.length; i++) {
      values[i] = Math.exp(logits[i][image] / temperature);
      sum += values[i];
    }
    for (int i = 0; i < values.length; i++) {
      values[i] /= sum;
    }
    return values;
  }
}
