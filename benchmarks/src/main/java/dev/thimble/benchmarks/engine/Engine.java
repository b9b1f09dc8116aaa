/*
 * Copyright 2026 The Thimble Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.thimble.benchmarks.engine;

import dev.thimble.benchmarks.dl4j.Deeplearning4jEngine;
import java.io.IOException;

/** A runtime together with the form of the network that it is given. */
public enum Engine {
  THIMBLE_COMPRESSED("Thimble, compressed"),
  THIMBLE_DENSE("Thimble, dense int8"),
  ONNX_INT8("ONNX Runtime, int8"),
  ONNX_FP32("ONNX Runtime, fp32"),
  DEEPLEARNING4J("Deeplearning4j, fp32");

  private final String title;

  Engine(String title) {
    this.title = title;
  }

  /** How tables call it. */
  public String title() {
    return title;
  }

  /** Loads one of the files. */
  public LoadedNetwork load(ModelFiles files) throws IOException {
    return switch (this) {
      case THIMBLE_COMPRESSED -> ThimbleEngine.load(files.compressed());
      case THIMBLE_DENSE -> ThimbleEngine.load(files.dense());
      case ONNX_INT8 -> OnnxEngine.load(files.onnxIntegers());
      case ONNX_FP32 -> OnnxEngine.load(files.onnxReals());
      case DEEPLEARNING4J -> Deeplearning4jEngine.load(files.checkpoint());
    };
  }
}
