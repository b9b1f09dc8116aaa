/*
 * Copyright 2026 The Thimble Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.thimble.compressor.entropy;

import java.util.Arrays;

/** The numbers of zeros before each level that is not 0, in one of the two orders. */
final class Gaps {
  private final int[] gaps;

  private Gaps(int[] gaps) {
    this.gaps = gaps;
  }

  static Gaps inRowOrder(LayerSymbols symbols) {
    return of(symbols.size(), symbols::inRowOrder);
  }

  static Gaps inColumnOrder(LayerSymbols symbols) {
    return of(symbols.size(), symbols::inColumnOrder);
  }

  private static Gaps of(int size, Order order) {
    int[] gaps = new int[size];
    int count = 0;
    int next = 0;
    for (int position = 0; position < size; position++) {
      if (order.level(position) != 0) {
        gaps[count++] = position - next;
        next = position + 1;
      }
    }
    return new Gaps(Arrays.copyOf(gaps, count));
  }

  int count() {
    return gaps.length;
  }

  /** The zeros before the kept weight {@code index}. */
  int get(int index) {
    return gaps[index];
  }

  /** How often each gap symbol occurs: {@code maxGap} skips so many and has another follow. */
  Histogram symbols(int maxGap) {
    Histogram histogram = new Histogram(maxGap + 1);
    for (int gap : gaps) {
      histogram.add(maxGap, gap / maxGap);
      histogram.add(gap % maxGap);
    }
    return histogram;
  }

  /** Levels by position. */
  private interface Order {
    int level(int position);
  }
}
