/*
 * Copyright 2026 The Thimble Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.thimble.benchmarks.report;

/** A group of measurements of the same kind, which make one table. */
public enum Suite {
  ONE_IMAGE("Time of one image", "µs"),
  BATCH("Time per image in batches of 256", "µs"),
  START("Fresh JVM: load and first inference, from the first line of main", "ms"),
  DECODE("Fresh JVM: load alone", "ms"),
  PROCESS("Fresh JVM: the whole process", "ms"),
  RESIDENT("Fresh JVM: resident memory at the end", "MB"),
  HEAP("Java heap of a loaded model with one session", "KB"),
  JAR("Size of the jars", "KB");

  private final String title;
  private final String unit;

  Suite(String title, String unit) {
    this.title = title;
    this.unit = unit;
  }

  public String title() {
    return title;
  }

  public String unit() {
    return unit;
  }
}
