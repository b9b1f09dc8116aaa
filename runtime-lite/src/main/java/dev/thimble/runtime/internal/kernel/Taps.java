/*
 * Copyright 2026 The Thimble Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.thimble.runtime.internal.kernel;

import dev.thimble.runtime.ModelException;
import dev.thimble.runtime.internal.format.MemoryBudget;
import dev.thimble.runtime.internal.network.Weights;

/** The weights of a matrix that are not 0, row by row or column by column. */
final class Taps implements Weights.Visitor {

  final int[] starts; // [rows or columns, and 1]: where each begins in places and values
  final int[] places; // [kept]: the column within the row, or the row within the column; ascending
  final byte[] values; // [kept]

  private final boolean byColumn;
  private boolean counted;

  Taps(Weights weights, boolean byColumn, MemoryBudget budget) throws ModelException {
    int groups = byColumn ? weights.columns : weights.rows;
    int kept = weights.kept();
    budget.array(groups + 1L, 4);
    budget.array(kept, 5);
    starts = new int[groups + 1];
    places = new int[kept];
    values = new byte[kept];
    this.byColumn = byColumn;
    weights.forEach(this);
    int next = 0;
    for (int group = 0; group <= groups; group++) {
      int count = starts[group];
      starts[group] = next;
      next += count;
    }
    counted = true;
    weights.forEach(this);
    System.arraycopy(starts, 0, starts, 1, groups);
    starts[0] = 0;
  }

  @Override
  public void visit(int row, int column, int value) {
    int at = starts[byColumn ? column : row]++;
    if (counted) {
      places[at] = byColumn ? row : column;
      values[at] = (byte) value;
    }
  }
}
