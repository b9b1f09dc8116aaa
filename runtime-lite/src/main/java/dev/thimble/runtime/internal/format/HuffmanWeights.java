/*
 * Copyright 2026 The Thimble Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.thimble.runtime.internal.format;

import dev.thimble.runtime.ModelException;
import dev.thimble.runtime.internal.network.Weights;

/**
 * Codec 1: Golomb-Rice biases, then kept weights as gaps to the next one and indices into a
 * codebook, both in canonical Huffman codes ({@code format.md}, Codec 1).
 */
final class HuffmanWeights {

  private final ByteReader in;
  private final MemoryBudget budget;
  private final int rows;
  private final int columns;
  private int kept;
  private int biasShift;
  private int riceParameter;
  private int layout;
  private int maxGap;
  private byte[] codebook = {};
  private long gapBits;
  private long indexBits;

  private HuffmanWeights(ByteReader in, int rows, int columns, MemoryBudget budget) {
    this.in = in;
    this.rows = rows;
    this.columns = columns;
    this.budget = budget;
  }

  static CodedWeights read(ByteReader in, int rows, int columns, MemoryBudget budget)
      throws ModelException {
    return new HuffmanWeights(in, rows, columns, budget).decode();
  }

  private CodedWeights decode() throws ModelException {
    int length = in.remaining();
    header(length);
    BitReader bits = new BitReader(in);
    int[] bias = biases(bits);
    long biasBits = bits.position();
    Weights weights = weights(bits, bias);
    bits.requireEnd();
    return new CodedWeights(
        weights, Format.CODEC_HUFFMAN, codebook.length, length, biasBits, gapBits, indexBits);
  }

  private void header(int length) throws ModelException {
    int start = in.position();
    kept = in.varint("kept weights", 0, rows * columns);
    if (kept > 8L * length || rows > 8L * length) {
      throw in.corrupt(
          start,
          "kept weights and biases",
          "at most one a bit of " + length + " bytes",
          kept + " and " + rows);
    }
    biasShift = in.varint("bias shift", 0, Format.MAX_BIAS_SHIFT);
    riceParameter = in.varint("Rice parameter", 0, Format.MAX_RICE_PARAMETER);
    if (kept > 0) {
      start = in.position();
      layout = in.varint("layout", Format.LAYOUT_ALL, Format.LAYOUT_COLUMN_GAPS);
      if (layout == Format.LAYOUT_ALL && kept != rows * columns) {
        throw in.corrupt(start, "kept weights of layout 0", Integer.toString(rows * columns), kept);
      }
      codebook();
      if (layout != Format.LAYOUT_ALL) {
        maxGap = in.varint("largest gap", 1, Format.MAX_GAP);
      }
    }
  }

  private void codebook() throws ModelException {
    int start = in.position();
    int size = 1 + in.varint("codebook size", 0, Format.MAX_CODEBOOK - 1);
    if (layout == Format.LAYOUT_ALL && size == 1) {
      throw in.corrupt(start, "codebook size of layout 0", "at least 2", size);
    }
    codebook = new byte[size];
    int previous = -Format.MAX_WEIGHT - 1;
    for (int i = 0; i < size; i++) {
      start = in.position();
      int value = (byte) in.u8("codebook value");
      if (value <= previous) {
        throw in.corrupt(start, "codebook value", "above " + previous, value);
      }
      if (value == 0 && layout != Format.LAYOUT_ALL) {
        throw in.corrupt(start, "codebook value of kept weights", "not 0", value);
      }
      codebook[i] = (byte) value;
      previous = value;
    }
  }

  private int[] biases(BitReader bits) throws ModelException {
    budget.array(rows, 16);
    int[] bias = new int[rows];
    for (int row = 0; row < rows; row++) {
      int quotient = bits.unary(Format.MAX_RICE_QUOTIENT, "bias");
      int zigzag = (quotient << riceParameter) | bits.bits(riceParameter, "bias"); // < 65 << 24
      long value = (long) ((zigzag >>> 1) ^ -(zigzag & 1)) << biasShift;
      if (value != (int) value) {
        throw bits.corrupt("bias", "32 bits", value);
      }
      bias[row] = (int) value;
    }
    return bias;
  }

  private Weights weights(BitReader bits, int[] bias) throws ModelException {
    budget.charge(2 * CanonicalDecoder.BYTES);
    CanonicalDecoder gaps =
        kept > 0 && layout != Format.LAYOUT_ALL
            ? CanonicalDecoder.read(bits, maxGap + 1, "gap code")
            : null;
    CanonicalDecoder indices =
        codebook.length > 1 ? CanonicalDecoder.read(bits, codebook.length, "index code") : null;
    budget.array(kept, 1);
    byte[] values = new byte[kept];
    if (kept > 0 && gaps == null) {
      decodeAll(bits, indices, values);
      return Weights.all(rows, columns, bias, values);
    }
    budget.array(kept, 4);
    int[] positions = new int[kept];
    decodeSome(bits, gaps, indices, positions, values);
    return Weights.some(
        rows, columns, bias, values, positions, layout == Format.LAYOUT_COLUMN_GAPS);
  }

  private void decodeAll(BitReader bits, CanonicalDecoder indices, byte[] values)
      throws ModelException {
    long start = bits.position();
    for (int from = 0; from < values.length; from += Weights.FEW) {
      decodeFew(bits, indices, values, from);
    }
    indexBits = bits.position() - start;
  }

  private void decodeFew(BitReader bits, CanonicalDecoder indices, byte[] values, int from)
      throws ModelException {
    int end = Math.min(from + Weights.FEW, values.length);
    for (int i = from; i < end; i++) {
      values[i] = codebook[indices.next(bits)];
    }
  }

  private void decodeSome(
      BitReader bits,
      CanonicalDecoder gaps,
      CanonicalDecoder indices,
      int[] positions,
      byte[] values)
      throws ModelException {
    long start = bits.position();
    int cells = rows * columns;
    long position = -1;
    for (int i = 0; i < positions.length; i++) {
      int gap = gaps.next(bits);
      while (gap == maxGap) {
        position += maxGap;
        gap = gaps.next(bits);
      }
      position += gap + 1;
      if (position >= cells) {
        throw bits.corrupt("position of a weight", "below " + cells, position);
      }
      positions[i] = (int) position;
      if (indices == null) {
        values[i] = codebook[0];
      } else {
        long before = bits.position();
        values[i] = codebook[indices.next(bits)];
        indexBits += bits.position() - before;
      }
    }
    gapBits = bits.position() - start - indexBits;
  }
}
