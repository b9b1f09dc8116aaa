/*
 * Copyright 2026 The Thimble Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.thimble.benchmarks.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * What a program prints about itself in one line.
 *
 * @param loadNanos until the model was loaded
 * @param answerNanos until the first class was known
 * @param best that class
 * @param residentBytes the most memory that the process had in RAM; 0 if not known
 */
record StartResult(long loadNanos, long answerNanos, int best, long residentBytes) {
  private static final String RESIDENT = "VmHWM:";

  static void print(long loadNanos, long answerNanos, int best) throws IOException {
    System.out.println(loadNanos + " " + answerNanos + " " + best + " " + resident());
  }

  static StartResult parse(String line) {
    String[] words = line.trim().split(" ");
    if (words.length != 4) {
      throw new IllegalStateException("expected four numbers, found " + line);
    }
    return new StartResult(
        Long.parseLong(words[0]),
        Long.parseLong(words[1]),
        Integer.parseInt(words[2]),
        Long.parseLong(words[3]));
  }

  private static long resident() throws IOException {
    Path status = Path.of("/proc/self/status");
    List<String> lines = Files.exists(status) ? Files.readAllLines(status) : List.of();
    for (String line : lines) {
      if (line.startsWith(RESIDENT)) {
        return Long.parseLong(line.replaceAll("[^0-9]", "")) * 1024;
      }
    }
    return 0;
  }
}
