/*
 * Copyright 2026 The Thimble Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.thimble.compressor.cli;

import java.util.List;
import java.util.stream.Collectors;

/** Command lines to paste into a POSIX shell. */
final class ShellLine {

  private ShellLine() {}

  /** The line that runs Thimble with these arguments. */
  static String of(List<String> arguments) {
    return arguments.stream()
        .map(ShellLine::quoted)
        .collect(Collectors.joining(" ", "./thimble ", ""));
  }

  /** An argument as the shell takes it. */
  static String quoted(String argument) {
    return argument.matches("[A-Za-z0-9_./=:,%+@-]+")
        ? argument
        : "'" + argument.replace("'", "'\\''") + "'";
  }
}
