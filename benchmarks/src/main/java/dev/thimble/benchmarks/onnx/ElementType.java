/*
 * Copyright 2026 The Thimble Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.thimble.benchmarks.onnx;

/** What a tensor consists of ({@code TensorProto.DataType}). */
enum ElementType {
  FLOAT(1),
  UINT8(2),
  INT8(3),
  INT32(6);

  private final int code;

  ElementType(int code) {
    this.code = code;
  }

  int code() {
    return code;
  }
}
