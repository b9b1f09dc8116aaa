/*
 * Copyright 2026 The Thimble Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.thimble.runtime.internal.kernel;

import dev.thimble.runtime.ModelException;
import dev.thimble.runtime.internal.format.MemoryBudget;
import dev.thimble.runtime.internal.network.Weights;

/** The weights of a matrix that are not 0, row by row or column by column. */
final class Taps {

  final int[] starts; // [rows or columns, and 1]: where each begins in places and values
  final int[] places; // [kept]: the column within the row, or the row within the column; ascending
  final byte[] values; // [kept]

  Taps(Weights weights, boolean byColumn, MemoryBudget budget) throws ModelException {
    int groups = byColumn ? weights.columns : weights.rows;
    int kept = weights.kept();
    budget.array(groups + 1L, 4);
    budget.array(kept, 5);
    starts = new int[groups + 1];
    places = new int[kept];
    values = new byte[kept];
    for (int i = 0; i < weights.count(); i++) {
      if (weights.value(i) != 0) {
        starts[byColumn ? weights.column(i) : weights.row(i)]++;
      }
    }
    int next = 0;
    for (int group = 0; group <= groups; group++) {
      int count = starts[group];
      starts[group] = next;
      next += count;
    }
    for (int i = 0; i < weights.count(); i++) {
      if (weights.value(i) != 0) {
        int at = starts[byColumn ? weights.column(i) : weights.row(i)]++;
        places[at] = byColumn ? weights.row(i) : weights.column(i);
        values[at] = (byte) weights.value(i);
      }
    }
    System.arraycopy(starts, 0, starts, 1, groups);
    starts[0] = 0;
  }
}
