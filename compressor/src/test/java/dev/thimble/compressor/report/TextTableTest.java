/*
 * Copyright 2026 The Thimble Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.thimble.compressor.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

final class TextTableTest {

  @Test
  void alignsTheFirstColumnLeftAndTheOthersRight() {
    TextTable table = new TextTable("stage", "bytes").row("a", 12_345).row("longer", "-");

    assertThat(table).hasToString("stage   bytes\na       12345\nlonger      -\n");
  }

  @Test
  void leavesNoBlanksAtTheEndOfALine() {
    assertThat(new TextTable("a", "note").row("b", "").toString()).isEqualTo("a  note\nb\n");
  }

  @Test
  void refusesRowsOfAnotherLength() {
    assertThatThrownBy(() -> new TextTable("a", "b").row("x"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("a row needs 2 cells, found 1");
  }
}
