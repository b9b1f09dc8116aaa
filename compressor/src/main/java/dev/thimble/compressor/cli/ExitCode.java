/*
 * Copyright 2026 The Thimble Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.thimble.compressor.cli;

/** Exit codes of every command. */
final class ExitCode {
  static final int OK = 0;

  /** Data, model or output could not be used. */
  static final int FAILURE = 1;

  /** Unknown command or option, or a value out of range. */
  static final int USAGE = 2;

  /** A bug of ours. */
  static final int INTERNAL = 3;

  /** Ctrl-C, as shells number it. */
  static final int INTERRUPTED = 130;

  private ExitCode() {}
}
