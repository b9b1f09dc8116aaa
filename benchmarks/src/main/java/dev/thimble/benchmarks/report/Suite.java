/*
 * Copyright 2026 The Thimble Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.thimble.benchmarks.report;

import java.util.Optional;

/** A group of measurements of the same kind, which make one table. */
public enum Suite {
  ONE_IMAGE("Time of one image", "µs", Subjects.ONNX_INT8),
  BATCH("Time per image in batches of 256", "µs", Subjects.ONNX_INT8),
  START(
      "Fresh JVM: load and first inference, from the first line of main", "ms", Subjects.ONNX_INT8),
  LOAD("Fresh JVM: load alone", "ms", Subjects.ONNX_INT8),
  PROCESS("Fresh JVM: the whole process", "ms", Subjects.ONNX_INT8),
  RESIDENT("Fresh JVM: resident memory at the end", "MB", Subjects.ONNX_INT8),
  HEAP("Java heap of a loaded model with one session", "KB", Subjects.WEIGHTS),
  FILE("Size of the model's file", "KB", Subjects.ONNX_INT8),
  ERROR("Error on the test images", "%", null),
  JAR("Size of the jars", "KB", Subjects.ONNX_JARS);

  private final String title;
  private final String unit;
  private final String yardstick;

  Suite(String title, String unit, String yardstick) {
    this.title = title;
    this.unit = unit;
    this.yardstick = yardstick;
  }

  public String title() {
    return title;
  }

  public String unit() {
    return unit;
  }

  /** The subject that the others are compared with, if any. */
  public Optional<String> yardstick() {
    return Optional.ofNullable(yardstick);
  }
}
