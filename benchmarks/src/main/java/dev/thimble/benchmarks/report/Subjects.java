/*
 * Copyright 2026 The Thimble Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.thimble.benchmarks.report;

/** What is measured, as tables call it. */
public final class Subjects {
  /** The file of recipe NETWORK-small. */
  public static final String SMALL = "Thimble, compressed (small)";

  /** The file of recipe NETWORK-tiny. */
  public static final String TINY = "Thimble, compressed (tiny)";

  public static final String DENSE = "Thimble, dense int8";
  public static final String ONNX_INT8 = "ONNX Runtime, int8";
  public static final String ONNX_FP32 = "ONNX Runtime, fp32";
  public static final String DEEPLEARNING4J = "Deeplearning4j, fp32";

  /** One byte for each weight of the dense network. */
  public static final String WEIGHTS = "the weights in 8 bits";

  public static final String THIMBLE_JAR = "Thimble runtime-lite";
  public static final String ONNX_JARS = "ONNX Runtime";
  public static final String DEEPLEARNING4J_JARS = "Deeplearning4j (its own jars and natives)";

  private Subjects() {}
}
