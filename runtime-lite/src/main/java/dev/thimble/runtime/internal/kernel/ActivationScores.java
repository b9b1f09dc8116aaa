/*
 * Copyright 2026 The Thimble Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.thimble.runtime.internal.kernel;

import dev.thimble.runtime.internal.network.Layer;

/** The scores of a network whose last layer has no weights: {@code score = q - Z}. */
final class ActivationScores extends Kernel {

  private final int zero;
  private final int size;

  ActivationScores(Layer last) {
    this.zero = last.outputZero;
    this.size = last.output.size();
  }

  @Override
  void run(int[] input, int[] other, int[] output, int[][] workspace) {
    for (int i = 0; i < size; i++) {
      output[i] = input[i] - zero;
    }
  }
}
