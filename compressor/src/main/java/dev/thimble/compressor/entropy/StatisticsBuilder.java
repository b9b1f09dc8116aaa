/*
 * Copyright 2026 The Thimble Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.thimble.compressor.entropy;

import dev.thimble.compressor.quantize.IntegerWeightedLayer;

/** Adds to a coder's account what any coder is compared with. */
final class StatisticsBuilder {
  private static final int WIDEST_GAP_BITS = 16;

  private final IntegerWeightedLayer layer;
  private final Codec codec;
  private final LayerSymbols symbols;

  StatisticsBuilder(IntegerWeightedLayer layer, Codec codec) {
    this.layer = layer;
    this.codec = codec;
    this.symbols = new LayerSymbols(layer.weights());
  }

  LayerStatistics build(
      int blockBytes, double biasBits, double tableBits, double positionBits, double valueBits) {
    boolean pruned = layer.weights().pruned();
    Histogram values = symbols.levelHistogram(!pruned);
    int kept = (int) values.total();
    Histogram mask = new Histogram(2);
    mask.add(0, symbols.size() - kept);
    mask.add(1, kept);
    int indexBits = bitsFor(values.distinct());
    return new LayerStatistics(
        layer.name(),
        codec,
        symbols.rows,
        symbols.columns,
        kept,
        values.distinct(),
        blockBytes,
        biasBits,
        tableBits,
        positionBits,
        valueBits,
        kept < symbols.size() ? fixedPositionBits(Gaps.inRowOrder(symbols)) : 0,
        (double) indexBits * kept,
        mask.entropyBits(),
        values.entropyBits());
  }

  /** Bits of an index into {@code choices}. */
  private static int bitsFor(int choices) {
    return choices <= 1 ? 0 : 32 - Integer.numberOfLeadingZeros(choices - 1);
  }

  private static long fixedPositionBits(Gaps gaps) {
    long best = Long.MAX_VALUE;
    for (int bits = 1; bits <= WIDEST_GAP_BITS; bits++) {
      best = Math.min(best, bits * gaps.symbols((1 << bits) - 1).total());
    }
    return best;
  }
}
