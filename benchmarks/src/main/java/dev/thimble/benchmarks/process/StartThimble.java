/*
 * Copyright 2026 The Thimble Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.thimble.benchmarks.process;

import dev.thimble.runtime.Model;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;

/**
 * A program that classifies one image with Thimble: {@code StartThimble MODEL IMAGE}. It prints
 * nanoseconds since its first line.
 */
final class StartThimble {
  private StartThimble() {}

  public static void main(String[] arguments) throws IOException {
    long began = System.nanoTime();
    Model model;
    try (InputStream file = new FileInputStream(arguments[0])) {
      model = Model.load(file);
    }
    long loaded = System.nanoTime();
    try (InputStream image = new FileInputStream(arguments[1])) {
      int best = model.newSession().classify(image.readAllBytes());
      StartResult.print(loaded - began, System.nanoTime() - began, best);
    }
  }
}
