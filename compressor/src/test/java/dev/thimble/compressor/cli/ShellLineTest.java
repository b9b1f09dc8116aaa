/*
 * Copyright 2026 The Thimble Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.thimble.compressor.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

final class ShellLineTest {

  @Test
  void quotesOnlyWhatAShellWouldChange() {
    assertThat(ShellLine.of(List.of("compress", "lenet-5", "--sam=0.05", "-o", "my net.thim")))
        .isEqualTo("./thimble compress lenet-5 --sam=0.05 -o 'my net.thim'");
    assertThat(ShellLine.quoted("it's")).isEqualTo("'it'\\''s'");
    assertThat(ShellLine.quoted("$HOME")).isEqualTo("'$HOME'");
    assertThat(ShellLine.quoted("")).isEqualTo("''");
  }
}
