/*
 * Copyright 2026 The Thimble Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.thimble.benchmarks.engine;

import dev.thimble.benchmarks.dl4j.Deeplearning4jEngine;
import dev.thimble.benchmarks.report.Subjects;
import java.io.IOException;
import java.nio.file.Path;

/** A runtime with the form of the network that it runs. */
public enum Engine {
  THIMBLE_SMALL(Subjects.SMALL),
  THIMBLE_TINY(Subjects.TINY),
  THIMBLE_DENSE(Subjects.DENSE),
  ONNX_INT8(Subjects.ONNX_INT8),
  ONNX_FP32(Subjects.ONNX_FP32),
  DEEPLEARNING4J(Subjects.DEEPLEARNING4J);

  private final String title;

  Engine(String title) {
    this.title = title;
  }

  /** How tables call it. */
  public String title() {
    return title;
  }

  /** The file that it loads. */
  public Path file(ModelFiles files) {
    return switch (this) {
      case THIMBLE_SMALL -> files.small();
      case THIMBLE_TINY -> files.tiny();
      case THIMBLE_DENSE -> files.dense();
      case ONNX_INT8 -> files.onnxIntegers();
      case ONNX_FP32 -> files.onnxReals();
      case DEEPLEARNING4J -> files.checkpoint();
    };
  }

  /** Loads its file. */
  public LoadedNetwork load(ModelFiles files) throws IOException {
    Path file = file(files);
    return switch (this) {
      case THIMBLE_SMALL, THIMBLE_TINY, THIMBLE_DENSE -> ThimbleEngine.load(file);
      case ONNX_INT8, ONNX_FP32 -> OnnxEngine.load(file);
      case DEEPLEARNING4J -> Deeplearning4jEngine.load(file);
    };
  }
}
