/*
 * Copyright 2026 The Thimble Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.thimble.runtime.internal.kernel;

import dev.thimble.runtime.ModelException;
import dev.thimble.runtime.internal.format.MemoryBudget;
import dev.thimble.runtime.internal.network.Weights;

/** The kept weights of a matrix row by row, within a row by column. */
final class Taps {

  final int[] starts; // [rows + 1]: where each row begins in columns and values
  final int[] columns; // [kept]
  final byte[] values; // [kept]

  private Taps(int rows, int kept) {
    starts = new int[rows + 1];
    columns = new int[kept];
    values = new byte[kept];
  }

  static Taps of(Weights weights, MemoryBudget budget) throws ModelException {
    int kept = weights.kept();
    budget.array(weights.rows + 1L, 4);
    budget.array(kept, 5);
    Taps taps = new Taps(weights.rows, kept);
    int[] starts = taps.starts;
    for (int i = 0; i < weights.count(); i++) {
      if (weights.value(i) != 0) {
        starts[weights.row(i) + 1]++;
      }
    }
    for (int row = 0; row < weights.rows; row++) {
      starts[row + 1] += starts[row];
    }
    for (int i = 0; i < weights.count(); i++) {
      if (weights.value(i) != 0) {
        int at = starts[weights.row(i)]++;
        taps.columns[at] = weights.column(i);
        taps.values[at] = (byte) weights.value(i);
      }
    }
    System.arraycopy(starts, 0, starts, 1, weights.rows);
    starts[0] = 0;
    return taps;
  }
}
