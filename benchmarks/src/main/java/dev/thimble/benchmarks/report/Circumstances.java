/*
 * Copyright 2026 The Thimble Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.thimble.benchmarks.report;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;

/**
 * Where and how it was measured.
 *
 * @param loadBefore average number of runnable threads in the minute before; -1 if not known
 */
public record Circumstances(
    String processor,
    int cores,
    String system,
    String java,
    LocalDate date,
    String command,
    double loadBefore) {

  /** Those of this process. */
  public static Circumstances here(String command) {
    String system = System.getProperty("os.name") + " " + System.getProperty("os.arch");
    String java = System.getProperty("java.vm.name") + " " + System.getProperty("java.vm.version");
    return new Circumstances(
        processorName(),
        Runtime.getRuntime().availableProcessors(),
        system,
        java,
        LocalDate.now(),
        command,
        ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage());
  }

  private static String processorName() {
    try {
      return Files.readAllLines(Path.of("/proc/cpuinfo")).stream()
          .filter(line -> line.startsWith("model name"))
          .map(line -> line.substring(line.indexOf(':') + 1).trim())
          .findFirst()
          .orElse("unknown processor");
    } catch (IOException e) {
      return "unknown processor"; // not Linux
    }
  }
}
