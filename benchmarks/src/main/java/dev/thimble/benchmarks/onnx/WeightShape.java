/*
 * Copyright 2026 The Thimble Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.thimble.benchmarks.onnx;

import dev.thimble.compressor.network.Shape;
import dev.thimble.compressor.network.Window;
import java.util.Optional;

/** The sides of a weight tensor. */
final class WeightShape {
  private WeightShape() {}

  static int[] of(int rows, int columns, Shape input, Optional<Window> window) {
    return window
        .map(w -> new int[] {rows, input.channels(), w.kernelHeight(), w.kernelWidth()})
        .orElseGet(() -> new int[] {rows, columns});
  }
}
