/*
 * Copyright 2026 The Thimble Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.thimble.compressor.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class ThimbleTest {
  private final CommandLineFixture line = new CommandLineFixture();

  @Test
  void helpListsCommandsAndExitCodes() {
    assertThat(line.run("--help")).isEqualTo(ExitCode.OK);
    assertThat(line.out()).contains("train", "Exit codes:", "130");
    assertThat(line.err()).isEmpty();
  }

  @Test
  void everyCommandHasHelp() {
    assertThat(line.run("train", "--help")).isEqualTo(ExitCode.OK);
    assertThat(line.out()).contains("--epochs", "--[no-]augment", "--data", "--verbose");
  }

  @Test
  void versionIsOneLine() {
    assertThat(line.run("--version")).isEqualTo(ExitCode.OK);
    assertThat(line.out()).startsWith("thimble ").hasLineCount(1);
  }

  @Test
  void refusesAnUnknownCommandInOneLine() {
    assertThat(line.run("squeeze")).isEqualTo(ExitCode.USAGE);
    assertThat(line.err()).startsWith("thimble: ").contains("squeeze", "Try: thimble --help");
    assertThat(line.out()).isEmpty();
  }

  @Test
  void refusesAMissingCommand() {
    assertThat(line.run()).isEqualTo(ExitCode.USAGE);
    assertThat(line.err()).startsWith("thimble: ");
  }
}
