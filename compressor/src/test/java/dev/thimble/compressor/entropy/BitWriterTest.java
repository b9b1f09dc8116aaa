/*
 * Copyright 2026 The Thimble Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.thimble.compressor.entropy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

class BitWriterTest {
  @Test
  void packsFromTheMostSignificantBit() {
    BitWriter bits = new BitWriter();
    bits.write(0b101, 3);
    bits.write(0, 0);
    bits.write(0b1_0000_0011, 9);
    assertThat(bits.bitCount()).isEqualTo(12);
    assertThat(bits.toByteArray()).containsExactly(0b1011_0000 - 256, 0b0011_0000);
  }

  @Test
  void writesUnaryNumbers() {
    BitWriter bits = new BitWriter();
    bits.writeUnary(3);
    bits.writeUnary(0);
    assertThat(bits.toByteArray()).containsExactly(0b1110_0000 - 256);
  }

  @Test
  void refusesAValueThatIsTooWide() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new BitWriter().write(4, 2))
        .withMessage("cannot write 4 in 2 bits");
  }
}
