/*
 * Copyright 2026 The Thimble Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.thimble.benchmarks.process;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The jars (or, in a build, directories) that classes come from. */
final class Jars {
  private Jars() {}

  static Path of(Class<?> type) {
    try {
      return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI());
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Bytes of the jars of the class path whose path contains one of the words. */
  static long bytes(String... words) throws IOException {
    long bytes = 0;
    String separator = System.getProperty("path.separator");
    for (String entry : System.getProperty("java.class.path").split(separator)) {
      for (String word : words) {
        if (entry.endsWith(".jar") && entry.contains(word)) {
          bytes += Files.size(Path.of(entry));
          break;
        }
      }
    }
    return bytes;
  }
}
