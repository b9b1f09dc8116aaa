/*
 * Copyright 2026 The Thimble Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.thimble.compressor.cli;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Runs command lines in this VM and keeps what they print. */
final class CommandLineFixture {
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  /** The exit code; {@link #out} and {@link #err} then tell what this run printed. */
  int run(Object... args) {
    out.reset();
    err.reset();
    String[] strings = new String[args.length];
    for (int i = 0; i < args.length; i++) {
      strings[i] = args[i].toString();
    }
    return Thimble.run(new Console(print(out), print(err), 0), strings);
  }

  /** Compresses a network with these images by a recipe; the exit code as of {@link #run}. */
  int compress(Object model, Path output, DataFixture data, Object recipe, Object... more) {
    List<Object> args =
        new ArrayList<>(
            List.of(
                "compress", model, "-o", output, "--data", data.directory(), "--recipe", recipe));
    args.addAll(List.of(more));
    return run(args.toArray());
  }

  String out() {
    return out.toString(StandardCharsets.UTF_8);
  }

  String err() {
    return err.toString(StandardCharsets.UTF_8);
  }

  private static PrintStream print(ByteArrayOutputStream bytes) {
    return new PrintStream(bytes, true, StandardCharsets.UTF_8);
  }
}
