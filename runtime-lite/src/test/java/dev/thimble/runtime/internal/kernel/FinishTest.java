/*
 * Copyright 2026 The Thimble Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.thimble.runtime.internal.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import dev.thimble.runtime.ModelException;
import dev.thimble.runtime.internal.format.MemoryBudget;
import dev.thimble.runtime.internal.network.Requantizer;
import dev.thimble.runtime.internal.network.Shape;
import dev.thimble.runtime.internal.network.WeightedLayer;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Requantization in 32 bits is that in 64 bits, at every edge. */
class FinishTest {

  private static final int[] MULTIPLIERS = {1, 2, 3, 255, 8191, 8192, 10872, 16383, 1 << 24};
  private static final int[] ZEROS = {0, 1, 128, 254, 255};

  @Test
  void agreesWithTheRoundingRuleAroundEveryStep() throws ModelException {
    Random random = new Random(1);
    for (int shift = 0; shift <= 30; shift++) {
      for (int multiplier : MULTIPLIERS) {
        for (int zero : ZEROS) {
          int upper = random.nextBoolean() ? 255 : zero + random.nextInt(256 - zero);
          int lower = random.nextInt(4) == 0 ? 0 : zero;
          Requantizer rule =
              Requantizer.hidden(new int[] {multiplier}, null, shift, zero, lower, upper);
          int[] accumulators = accumulators(random, multiplier, shift);
          check(rule, accumulators);
        }
      }
    }
  }

  /** Just below and above where the output takes a step, and the ends of the range. */
  private static int[] accumulators(Random random, int multiplier, int shift) {
    int[] accumulators = new int[2 * 258 + 4];
    int count = 0;
    for (int step = 0; step <= 257; step++) {
      long edge = ((2L * step - 1) << shift) / 2 / Math.max(1, multiplier);
      accumulators[count++] = (int) Math.max(-Integer.MAX_VALUE, Math.min(1L << 30, edge));
      accumulators[count] = accumulators[count - 1] + 1;
      count++;
    }
    accumulators[count++] = Integer.MAX_VALUE;
    accumulators[count++] = -Integer.MAX_VALUE;
    accumulators[count++] = 0;
    accumulators[count] = random.nextInt(1 << 20);
    return accumulators;
  }

  private static void check(Requantizer rule, int[] accumulators) throws ModelException {
    int units = accumulators.length;
    Shape shape = new Shape(units, 1, 1);
    WeightedLayer layer = WeightedLayer.dense(new Shape(1, 1, 1), shape, 0, rule);
    int[] values = accumulators.clone();
    Finish.of(layer, new MemoryBudget(Long.MAX_VALUE)).requantize(values);
    int[] expected = new int[units];
    for (int i = 0; i < units; i++) {
      expected[i] = rule.apply(i, accumulators[i]);
    }
    assertThat(values)
        .as("shift %d, zero %d, multiplier %d", rule.shift, rule.zero, rule.multiplier(0))
        .containsExactly(expected);
  }
}
