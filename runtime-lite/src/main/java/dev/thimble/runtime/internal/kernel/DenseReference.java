/*
 * Copyright 2026 The Thimble Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.thimble.runtime.internal.kernel;

import dev.thimble.runtime.ModelException;
import dev.thimble.runtime.internal.format.MemoryBudget;
import dev.thimble.runtime.internal.network.DenseLayer;
import dev.thimble.runtime.internal.network.Requantizer;
import dev.thimble.runtime.internal.network.Weights;

/** A dense layer, output by output: {@code acc[o] = bias[o] + sum_i w[o,i] x[i]}. */
final class DenseReference extends Kernel {

  private final Taps taps;
  private final int[] bias; // [units]
  private final Requantizer requantizer;

  DenseReference(DenseLayer layer, Weights weights, MemoryBudget budget) throws ModelException {
    taps = Taps.of(weights, budget);
    bias = weights.biases();
    requantizer = layer.requantizer();
  }

  @Override
  void run(int[] input, int[] other, int[] output, int[][] scratch) {
    for (int o = 0; o < bias.length; o++) {
      int accumulator = bias[o]; // |bias| + 255 sum |w| < 2^31: checked at load
      for (int tap = taps.starts[o]; tap < taps.starts[o + 1]; tap++) {
        accumulator += taps.values[tap] * input[taps.columns[tap]];
      }
      output[o] = requantizer.apply(o, accumulator);
    }
  }
}
