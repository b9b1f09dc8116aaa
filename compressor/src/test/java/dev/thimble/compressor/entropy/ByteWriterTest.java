/*
 * Copyright 2026 The Thimble Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.thimble.compressor.entropy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

class ByteWriterTest {
  @Test
  void writesVarintsInTheShortestForm() {
    assertThat(new ByteWriter().varint(0).varint(127).toByteArray()).containsExactly(0, 127);
    assertThat(new ByteWriter().varint(300).toByteArray()).containsExactly(0xAC - 256, 2);
    assertThat(new ByteWriter().varint(Integer.MAX_VALUE).toByteArray())
        .containsExactly(-1, -1, -1, -1, 7);
  }

  @Test
  void writesSignedVarintsByMagnitude() {
    assertThat(new ByteWriter().svarint(0).svarint(-1).svarint(1).svarint(-64).toByteArray())
        .containsExactly(0, 1, 2, 127);
    assertThat(new ByteWriter().svarint(Integer.MIN_VALUE).toByteArray())
        .containsExactly(-1, -1, -1, -1, 15);
  }

  @Test
  void writesFloatsLittleEndian() {
    assertThat(new ByteWriter().f32(1).toByteArray()).containsExactly(0, 0, 0x80 - 256, 0x3F);
  }

  @Test
  void refusesANegativeVarint() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new ByteWriter().varint(-1))
        .withMessage("a varint must not be negative, found -1");
  }
}
