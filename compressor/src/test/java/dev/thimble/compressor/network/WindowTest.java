/*
 * Copyright 2026 The Thimble Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.thimble.compressor.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

class WindowTest {
  @Test
  void computesOutputSides() {
    Window window = new Window(3, 5, 2, 1, new Padding(1, 0, 2, 3), 2, 1);
    assertThat(window.outputHeight(10)).isEqualTo(5); // (10 + 3 - 5) / 2 + 1
    assertThat(window.outputWidth(10)).isEqualTo(9);
  }

  @Test
  void refusesAnInputSmallerThanTheKernel() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Window.square(5, 1).outputHeight(4))
        .withMessage("the kernel covers 5 cells, the padded input has only 4");
  }

  @Test
  void refusesPaddingAsLargeAsTheKernel() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Window(2, 2, 1, 1, new Padding(0, 2, 0, 0), 1, 1))
        .withMessageContaining("padding must be smaller than the kernel's extent 2x2");
  }

  @Test
  void refusesStrideOfZero() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Window.square(2, 0))
        .withMessage("stride must be at least 1x1, found 0x0");
  }

  @Test
  void refusesNegativePadding() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Padding(0, 0, -1, 0))
        .withMessageContaining("must not be negative");
  }
}
