/*
 * Copyright 2026 The Thimble Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.thimble.runtime.internal.format;

import dev.thimble.runtime.ModelException;
import dev.thimble.runtime.internal.network.Weights;

/** Codec 0: biases as svarints, then the weights as signed bytes in row order. */
final class RawWeights {

  private RawWeights() {}

  static CodedWeights read(ByteReader in, int rows, int columns, MemoryBudget budget)
      throws ModelException {
    int length = in.remaining();
    in.require(rows, "biases");
    budget.array(rows, 16);
    int[] bias = new int[rows];
    for (int row = 0; row < rows; row++) {
      bias[row] = in.svarint("bias");
    }
    int weightBytes = in.remaining();
    int count = rows * columns;
    if (weightBytes != count) {
      throw in.corrupt(in.position(), "weights", rows + " x " + columns + " bytes", weightBytes);
    }
    budget.array(count, 1);
    byte[] values = new byte[count];
    System.arraycopy(in.file(), in.position(), values, 0, count);
    for (int i = 0; i < count; i++) {
      if (values[i] < -Format.MAX_WEIGHT) {
        throw in.corrupt(in.position() + i, "weight", "-127 to 127", values[i]);
      }
    }
    in.skip(count, "weights");
    return new CodedWeights(
        Weights.all(rows, columns, bias, values),
        Format.CODEC_RAW,
        0,
        length,
        8L * (length - weightBytes),
        0,
        8L * weightBytes);
  }
}
