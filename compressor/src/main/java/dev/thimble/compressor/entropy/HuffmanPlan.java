/*
 * Copyright 2026 The Thimble Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.thimble.compressor.entropy;

import java.util.Arrays;

/**
 * One way to write a layer's weights in a Huffman block.
 *
 * <p>Layout 0 codes every weight; layouts 1 and 2 code the weights that are not 0, in row or column
 * order, each after its gap.
 */
final class HuffmanPlan {
  private static final int LENGTH_BITS = 4;
  private static final int MAX_GAP = 255;

  final int layout;
  final int kept;
  final int maxGap;
  final byte[] codebook;
  private final LayerSymbols symbols;
  private final Gaps gaps; // null in layout 0
  private final CanonicalCode gapCode; // null in layout 0
  private final CanonicalCode indexCode; // null if the codebook has one level
  final long gapBits;
  final long indexBits;

  private HuffmanPlan(LayerSymbols symbols, int layout, Gaps gaps, int maxGap) {
    this.symbols = symbols;
    this.layout = layout;
    this.gaps = gaps;
    this.maxGap = maxGap;
    this.kept = gaps == null ? symbols.size() : gaps.count();
    this.codebook = symbols.codebook(layout == 0);
    Histogram indices = indices();
    this.indexCode = codebook.length > 1 ? CanonicalCode.of(indices) : null;
    this.indexBits = indexCode == null ? 0 : indexCode.bits(indices);
    if (gaps == null) {
      gapCode = null;
      gapBits = 0;
    } else {
      Histogram gapSymbols = gaps.symbols(maxGap);
      gapCode = CanonicalCode.of(gapSymbols);
      gapBits = gapCode.bits(gapSymbols);
    }
  }

  /** The cheapest plan for a layer with at least one weight that is not 0. */
  static HuffmanPlan cheapest(LayerSymbols symbols) {
    HuffmanPlan rows = withGaps(symbols, 1, Gaps.inRowOrder(symbols));
    HuffmanPlan columns = withGaps(symbols, 2, Gaps.inColumnOrder(symbols));
    HuffmanPlan best = columns.bits() < rows.bits() ? columns : rows;
    if (symbols.codebook(true).length > 1) {
      HuffmanPlan all = new HuffmanPlan(symbols, 0, null, 0);
      best = all.bits() < best.bits() ? all : best;
    }
    return best;
  }

  private static HuffmanPlan withGaps(LayerSymbols symbols, int layout, Gaps gaps) {
    int best = 1;
    long bestBits = Long.MAX_VALUE;
    for (int maxGap = 1; maxGap <= MAX_GAP; maxGap++) {
      Histogram gapSymbols = gaps.symbols(maxGap);
      long bits = CanonicalCode.of(gapSymbols).bits(gapSymbols) + LENGTH_BITS * (maxGap + 1L);
      if (bits < bestBits) {
        best = maxGap;
        bestBits = bits;
      }
    }
    return new HuffmanPlan(symbols, layout, gaps, best);
  }

  private Histogram indices() {
    Histogram levels = symbols.levelHistogram(layout == 0);
    Histogram indices = new Histogram(codebook.length);
    for (int i = 0; i < codebook.length; i++) {
      indices.add(i, levels.count(codebook[i] - Byte.MIN_VALUE));
    }
    return indices;
  }

  /** Bits of both tables of code lengths. */
  long tableBits() {
    int entries = gapCode == null ? 0 : gapCode.size();
    entries += indexCode == null ? 0 : indexCode.size();
    return (long) LENGTH_BITS * entries;
  }

  private long bits() {
    return gapBits + indexBits + tableBits() + 8L * codebook.length;
  }

  void writeTables(BitWriter bits) {
    if (gapCode != null) {
      gapCode.writeLengths(bits);
    }
    if (indexCode != null) {
      indexCode.writeLengths(bits);
    }
  }

  void writeWeights(BitWriter bits) {
    int position = 0;
    for (int i = 0; i < kept; i++) {
      if (gaps != null) {
        int gap = gaps.get(i);
        for (int escapes = gap / maxGap; escapes > 0; escapes--) {
          gapCode.write(bits, maxGap);
        }
        gapCode.write(bits, gap % maxGap);
        position += gap;
      }
      if (indexCode != null) {
        indexCode.write(bits, Arrays.binarySearch(codebook, level(position)));
      }
      position++;
    }
  }

  private byte level(int position) {
    int level = layout == 2 ? symbols.inColumnOrder(position) : symbols.inRowOrder(position);
    return (byte) level;
  }
}
