/*
 * Copyright 2026 The Thimble Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.thimble.compressor.network;

/** The function at the end of a weighted layer. */
public enum Activation {
  /** {@code y = x}. */
  IDENTITY,
  /** {@code y = max(0, x)}. */
  RELU;

  /** Applies the function to every element. */
  void apply(float[] values) {
    if (this == RELU) {
      for (int i = 0; i < values.length; i++) {
        values[i] = Math.max(0f, values[i]);
      }
    }
  }
}
