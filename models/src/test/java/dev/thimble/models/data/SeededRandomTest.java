/*
 * Copyright 2026 The Thimble Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.thimble.models.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

final class SeededRandomTest {

  /** From the public-domain C reference, splitmix64.c by Sebastiano Vigna. */
  @Test
  void givesTheReferenceSequence() {
    SeededRandom random = new SeededRandom(1234567);
    assertThat(random.nextLong()).isEqualTo(6457827717110365317L);
    assertThat(random.nextLong()).isEqualTo(3203168211198807973L);
    assertThat(random.nextLong()).isEqualTo(Long.parseUnsignedLong("9817491932198370423"));
  }

  @Property
  void permutationHasEveryNumberOnce(@ForAll long seed, @ForAll @IntRange(max = 300) int count) {
    int[] order = new SeededRandom(seed).permutation(count);
    Arrays.sort(order);
    assertThat(order).isEqualTo(IntStream.range(0, count).toArray());
  }

  @Property
  void numbersStayInTheirRange(@ForAll long seed, @ForAll @IntRange(min = 1) int bound) {
    SeededRandom random = new SeededRandom(seed);
    assertThat(random.nextInt(bound)).isBetween(0, bound - 1);
    assertThat(random.nextDouble()).isBetween(0.0, Math.nextDown(1.0));
    assertThat(random.nextSymmetric(3)).isBetween(-3.0, 3.0);
  }

  @Test
  void numbersAreSpreadEvenly() {
    SeededRandom random = new SeededRandom(7);
    int[] counts = new int[10];
    for (int i = 0; i < 100_000; i++) {
      counts[random.nextInt(10)]++;
    }
    assertThat(Arrays.stream(counts).min().orElseThrow()).isGreaterThan(9_600);
    assertThat(Arrays.stream(counts).max().orElseThrow()).isLessThan(10_400);
  }

  @Test
  void partsDifferFromEachOther() {
    long[] first = {
      SeededRandom.forPart(1, 0, 1).nextLong(),
      SeededRandom.forPart(1, 1, 0).nextLong(),
      SeededRandom.forPart(0, 1, 1).nextLong(),
      SeededRandom.forPart(1, 0).nextLong()
    };
    assertThat(first).doesNotHaveDuplicates();
    assertThat(SeededRandom.forPart(1, 0, 1).nextLong()).isEqualTo(first[0]);
  }

  @Test
  void refusesABoundOfZero() {
    assertThatThrownBy(() -> new SeededRandom(1).nextInt(0))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("bound must be positive, got 0");
  }
}
