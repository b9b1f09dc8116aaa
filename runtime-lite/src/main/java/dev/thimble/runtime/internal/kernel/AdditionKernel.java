/*
 * Copyright 2026 The Thimble Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.thimble.runtime.internal.kernel;

import dev.thimble.runtime.internal.network.AdditionLayer;

/** Residual addition, cell by cell. */
final class AdditionKernel extends Kernel {

  private final AdditionLayer layer;
  private final int size;

  AdditionKernel(AdditionLayer layer) {
    this.layer = layer;
    this.size = layer.output.size();
  }

  @Override
  void run(int[] input, int[] other, int[] output, int[][] workspace) {
    for (int i = 0; i < size; i++) {
      output[i] = layer.apply(input[i], other[i]);
    }
  }
}
