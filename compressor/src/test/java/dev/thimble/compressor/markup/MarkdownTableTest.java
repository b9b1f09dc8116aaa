/*
 * Copyright 2026 The Thimble Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.thimble.compressor.markup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

final class MarkdownTableTest {

  @Test
  void hasALineForEachRow() {
    assertThat(new MarkdownTable("a", "b").row("1", "").row("x|y", "2"))
        .hasToString("| a | b |\n| --- | --- |\n| 1 |  |\n| x\\|y | 2 |\n");
  }

  @Test
  void refusesRowsOfAnotherLength() {
    assertThatThrownBy(() -> new MarkdownTable("a", "b").row("x"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("a row needs 2 cells, found 1");
  }
}
