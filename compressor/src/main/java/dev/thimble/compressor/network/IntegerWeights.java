/*
 * Copyright 2026 The Thimble Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.thimble.compressor.network;

/** Weights of 8 bits: {@code real = scale[row] * level}, level in −127 … 127. */
public sealed interface IntegerWeights extends Weights permits QuantizedWeights, ClusteredWeights {

  /** The integer that stands for a weight; 0 where it is pruned. */
  int level(int index);

  Scales scales();

  /** Whether pruned weights may occur: an unpruned layer's weight of level 0 counts as kept. */
  boolean pruned();

  /** The levels in row order; a fresh array. */
  default byte[] levels() {
    byte[] levels = new byte[size()];
    for (int i = 0; i < levels.length; i++) {
      levels[i] = (byte) level(i);
    }
    return levels;
  }

  @Override
  default float[] effective() {
    float[] values = new float[size()];
    for (int row = 0, i = 0; row < rows(); row++) {
      double scale = scales().get(row);
      for (int end = i + columns(); i < end; i++) {
        values[i] = (float) (scale * level(i));
      }
    }
    return values;
  }
}
