/*
 * Copyright 2026 The Thimble Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.thimble.benchmarks.process;

import dev.thimble.runtime.Model;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A program that classifies one image with Thimble: {@code StartThimble MODEL IMAGE}. It prints
 * nanoseconds since its first line.
 */
final class StartThimble {
  private StartThimble() {}

  public static void main(String[] arguments) throws IOException {
    long began = System.nanoTime();
    Model model = Model.load(Files.readAllBytes(Path.of(arguments[0])));
    long loaded = System.nanoTime();
    int best = model.newSession().classify(Files.readAllBytes(Path.of(arguments[1])));
    StartResult.print(loaded - began, System.nanoTime() - began, best);
  }
}
