/*
 * Copyright 2026 The Thimble Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.thimble.runtime.artifact;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/** Codes a weight matrix [rows, columns] with its biases as a block of section W. */
public enum WeightBlock {
  RAW,
  HUFFMAN_ALL,
  HUFFMAN_ROW_GAPS,
  HUFFMAN_COLUMN_GAPS,
  /** This layer and all that follow. */
  RANGE;

  /**
   * Writes codec, length and block. A matrix that the codec cannot hold is written with row gaps.
   */
  public void write(ByteSink out, int[] bias, byte[] weights) {
    int columns = weights.length / bias.length;
    byte[] block = this == RAW ? raw(bias, weights) : huffman(this, bias, weights, columns);
    out.varint(this == RAW ? 0 : 1).varint(block.length).bytes(block);
  }

  private static byte[] raw(int[] bias, byte[] weights) {
    ByteSink out = new ByteSink();
    for (int value : bias) {
      out.svarint(value);
    }
    return out.bytes(weights).toByteArray();
  }

  private static byte[] huffman(WeightBlock asked, int[] bias, byte[] weights, int columns) {
    List<Byte> values = distinct(weights, asked == HUFFMAN_ALL);
    WeightBlock layout = asked == HUFFMAN_ALL && values.size() < 2 ? HUFFMAN_ROW_GAPS : asked;
    values = distinct(weights, layout == HUFFMAN_ALL);
    List<Integer> gaps = new ArrayList<>();
    List<Integer> indices = new ArrayList<>();
    int maxGap = 20;
    code(layout, weights, columns, values, maxGap, gaps, indices);
    int biasShift = commonShift(bias);
    int rice = riceParameter(bias, biasShift);
    ByteSink out = new ByteSink().varint(indices.size()).varint(biasShift).varint(rice);
    if (!indices.isEmpty()) {
      out.varint(layout.ordinal() - 1).varint(values.size() - 1);
      values.forEach(out::u8);
      if (layout != HUFFMAN_ALL) {
        out.varint(maxGap);
      }
    }
    BitSink bits = new BitSink();
    for (int value : bias) {
      bits.rice(value >> biasShift, rice);
    }
    codes(bits, layout, values.size(), maxGap, gaps, indices);
    return out.bytes(bits.toByteArray()).toByteArray();
  }

  private static List<Byte> distinct(byte[] weights, boolean withZero) {
    TreeSet<Byte> set = new TreeSet<>();
    for (byte weight : weights) {
      if (weight != 0 || withZero) {
        set.add(weight);
      }
    }
    return new ArrayList<>(set);
  }

  private static void code(
      WeightBlock layout,
      byte[] weights,
      int columns,
      List<Byte> values,
      int maxGap,
      List<Integer> gaps,
      List<Integer> indices) {
    int rows = weights.length / columns;
    int gap = 0;
    for (int i = 0; i < weights.length; i++) {
      byte weight =
          layout == HUFFMAN_COLUMN_GAPS ? weights[i % rows * columns + i / rows] : weights[i];
      if (layout == HUFFMAN_ALL || weight != 0) {
        for (; gap >= maxGap; gap -= maxGap) {
          gaps.add(maxGap);
        }
        gaps.add(gap);
        gap = 0;
        indices.add(values.indexOf(weight));
      } else {
        gap++;
      }
    }
  }

  private static void codes(
      BitSink bits,
      WeightBlock layout,
      int values,
      int maxGap,
      List<Integer> gaps,
      List<Integer> indices) {
    if (indices.isEmpty()) {
      return;
    }
    HuffmanCode gapCode = new HuffmanCode(counts(gaps, maxGap + 1));
    HuffmanCode indexCode = new HuffmanCode(counts(indices, values));
    boolean withGaps = layout != HUFFMAN_ALL;
    if (withGaps) {
      gapCode.writeLengths(bits);
    }
    if (values > 1) {
      indexCode.writeLengths(bits);
    }
    int next = 0;
    for (int index : indices) {
      while (withGaps && gaps.get(next) == maxGap) {
        gapCode.write(bits, gaps.get(next++));
      }
      if (withGaps) {
        gapCode.write(bits, gaps.get(next++));
      }
      if (values > 1) {
        indexCode.write(bits, index);
      }
    }
  }

  private static int[] counts(List<Integer> symbols, int size) {
    int[] counts = new int[size];
    symbols.forEach(symbol -> counts[symbol]++);
    return counts;
  }

  private static int commonShift(int[] bias) {
    int all = 1 << 24;
    for (int value : bias) {
      all |= value;
    }
    return Integer.numberOfTrailingZeros(all);
  }

  private static int riceParameter(int[] bias, int shift) {
    int longest = 0;
    for (int value : bias) {
      int zigzag = (value >> shift) << 1 ^ value >> 31;
      longest = Math.max(longest, 32 - Integer.numberOfLeadingZeros(zigzag));
    }
    return Math.min(24, Math.max(0, longest - 6));
  }
}
