/*
 * Copyright 2026 The Thimble Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.thimble.compressor.entropy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class HistogramTest {
  @Test
  void knowsTheEntropyOfFairCoins() {
    Histogram coins = new Histogram(2);
    coins.add(0, 50);
    coins.add(1, 50);
    assertThat(coins.entropyBits()).isCloseTo(100, within(1e-9));
  }

  @Test
  void hasNoEntropyWithOneSymbol() {
    Histogram one = new Histogram(3);
    one.add(1, 7);
    assertThat(one.entropyBits()).isZero();
    assertThat(one.distinct()).isEqualTo(1);
    assertThat(new Histogram(3).entropyBits()).isZero();
  }

  @Test
  void knowsTheEntropyOfASkewedCoin() {
    Histogram coins = new Histogram(2);
    coins.add(0, 9);
    coins.add(1);
    assertThat(coins.entropyBits()).isCloseTo(4.6900, within(1e-4));
  }
}
