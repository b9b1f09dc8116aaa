/*
 * Copyright 2026 The Thimble Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.thimble.compressor.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;

final class ErrorsTest {
  private final StringWriter err = new StringWriter();

  @Test
  void saysWhatTheExceptionSays() {
    assertThat(handle(new IOException("a.zip: damaged\nmore"), false)).isEqualTo(ExitCode.FAILURE);
    assertThat(err).hasToString("thimble: a.zip: damaged" + System.lineSeparator());
  }

  @Test
  void completesTheMessagesOfTheFileSystem() {
    handle(new NoSuchFileException("a.zip"), false);
    handle(new AccessDeniedException("b.zip"), false);
    assertThat(err.toString().lines())
        .containsExactly(
            "thimble: a.zip: no such file or directory", "thimble: b.zip: permission denied");
  }

  @Test
  void bugsHaveTheirOwnExitCode() {
    assertThat(handle(new IllegalStateException("oops"), false)).isEqualTo(ExitCode.INTERNAL);
    assertThat(err.toString()).contains("internal error", "oops", "--verbose").hasLineCount(1);
  }

  @Test
  void verboseAddsTheStackTrace() {
    handle(new IOException("a.zip: damaged"), true);
    assertThat(err.toString()).contains("java.io.IOException: a.zip: damaged", "\tat ");
  }

  private int handle(Exception e, boolean verbose) {
    CommandLine command = new CommandLine(CommandSpec.create());
    command.setErr(new PrintWriter(err, true));
    return new Errors(() -> verbose).handleExecutionException(e, command, null);
  }
}
