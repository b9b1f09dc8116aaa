/*
 * Copyright 2026 The Thimble Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.thimble.compressor.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

class ShapeTest {
  @Test
  void countsElements() {
    assertThat(new Shape(3, 5, 7).size()).isEqualTo(105);
    assertThat(Shape.vector(10)).hasToString("10");
    assertThat(new Shape(3, 5, 7)).hasToString("3x5x7");
  }

  @Test
  void refusesEmptySides() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Shape(1, 0, 7))
        .withMessage("a shape needs sizes of at least 1, found 1x0x7");
  }

  @Test
  void refusesMoreElementsThanAnArrayHas() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Shape(65536, 65536, 1))
        .withMessageContaining("65536x65536x1 has more than");
  }
}
