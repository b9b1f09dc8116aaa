/*
 * Copyright 2026 The Thimble Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.thimble.compressor.entropy;

import dev.thimble.compressor.network.IntegerWeights;

/** A layer's levels as coders see them: which differ from 0 and which different values occur. */
final class LayerSymbols {
  private static final int LEVELS = 256;

  final int rows;
  final int columns;
  private final byte[] levels; // [rows, columns]

  LayerSymbols(IntegerWeights weights) {
    this.rows = weights.rows();
    this.columns = weights.columns();
    this.levels = weights.levels();
  }

  int size() {
    return levels.length;
  }

  int level(int row, int column) {
    return levels[row * columns + column];
  }

  /** The level at a position of row order. */
  int inRowOrder(int position) {
    return levels[position];
  }

  /** The level at a position of column order, {@code column · rows + row}. */
  int inColumnOrder(int position) {
    return levels[position % rows * columns + position / rows];
  }

  /** How often each level occurs, level −128 being symbol 0. */
  Histogram levelHistogram(boolean withZeros) {
    Histogram histogram = new Histogram(LEVELS);
    for (byte level : levels) {
      if (withZeros || level != 0) {
        histogram.add(level - Byte.MIN_VALUE);
      }
    }
    return histogram;
  }

  /** The different levels that occur, ascending. */
  byte[] codebook(boolean withZeros) {
    Histogram histogram = levelHistogram(withZeros);
    byte[] codebook = new byte[histogram.distinct()];
    int next = 0;
    for (int symbol = 0; symbol < LEVELS; symbol++) {
      if (histogram.count(symbol) > 0) {
        codebook[next++] = (byte) (symbol + Byte.MIN_VALUE);
      }
    }
    return codebook;
  }
}
