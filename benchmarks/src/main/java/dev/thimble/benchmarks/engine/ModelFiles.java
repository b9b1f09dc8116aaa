/*
 * Copyright 2026 The Thimble Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.thimble.benchmarks.engine;

import java.nio.file.Path;

/** The files of one network in every form, in a directory of its own. */
public record ModelFiles(Path directory) {

  /** A {@code *.thim} file with pruned weights. */
  public Path small() {
    return directory.resolve("small.thim");
  }

  /** A {@code *.thim} file with fewer weights. */
  public Path tiny() {
    return directory.resolve("tiny.thim");
  }

  /** A {@code *.thim} file with all weights. */
  public Path dense() {
    return directory.resolve("dense.thim");
  }

  /** The network of {@link #dense()} as ONNX. */
  public Path onnxIntegers() {
    return directory.resolve("int8.onnx");
  }

  /** The original network as ONNX. */
  public Path onnxReals() {
    return directory.resolve("fp32.onnx");
  }

  /** The original network as Deeplearning4j saves it. */
  public Path checkpoint() {
    return directory.resolve("checkpoint.zip");
  }

  /** One test image as bytes. */
  public Path image() {
    return directory.resolve("image.bytes");
  }
}
