/*
 * Copyright 2026 The Thimble Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.thimble.runtime.internal.format;

import dev.thimble.runtime.ModelException;

/**
 * Decodes a canonical Huffman code of at most 256 symbols (<a
 * href="https://www.rfc-editor.org/rfc/rfc1951#page-8">RFC 1951, 3.2.2</a>): shorter codes first,
 * then by symbol. Codes of up to {@value #FAST_BITS} bits are looked up, longer ones compared with
 * the first code of each length.
 */
final class CanonicalDecoder {

  /** Heap bytes of a decoder, rounded up. */
  static final int BYTES = 2048;

  private static final int FAST_BITS = 8;
  private static final int MAX = Format.MAX_CODE_LENGTH;

  private final String what;

  /** {@code symbol << 4 | length} by the next bits; 0 where the code is longer. */
  private final char[] fast = new char[1 << FAST_BITS];

  /** Symbols in the order of their codes. */
  private final byte[] symbols;

  /** For each length: where its codes end, left-aligned to {@value #MAX} bits. */
  private final int[] ends = new int[MAX + 1];

  /**
   * For each length: the index into {@link #symbols} of the left-aligned code 0, were it of this
   * length.
   */
  private final int[] offsets = new int[MAX + 1];

  private CanonicalDecoder(String what, int used) {
    this.what = what;
    this.symbols = new byte[used];
  }

  /**
   * Reads the code lengths of {@code size} symbols and checks the code: complete, or one symbol of
   * length 1.
   *
   * @param what the code's name in messages
   */
  static CanonicalDecoder read(BitReader bits, int size, String what) throws ModelException {
    byte[] lengths = new byte[size];
    int[] counts = new int[MAX + 1];
    int used = 0;
    for (int symbol = 0; symbol < size; symbol++) {
      int length = bits.bits(Format.CODE_LENGTH_BITS, what);
      lengths[symbol] = (byte) length;
      if (length > 0) {
        counts[length]++;
        used++;
      }
    }
    CanonicalDecoder decoder = new CanonicalDecoder(what, used);
    int kraft = decoder.assign(counts);
    if (kraft != 1 << MAX && !(used == 1 && counts[1] == 1)) {
      throw bits.corrupt(
          what, "a complete code", used == 0 ? "no symbols" : "a Kraft sum of " + kraft + "/32768");
    }
    decoder.fill(lengths, counts);
    return decoder;
  }

  /** Lays out the code ranges of each length; returns the Kraft sum times 2^15. */
  private int assign(int[] counts) {
    int code = 0;
    int index = 0;
    for (int length = 1; length <= MAX; length++) {
      offsets[length] = index - (code >> (MAX - length));
      code += counts[length] << (MAX - length);
      index += counts[length];
      ends[length] = code;
    }
    return code;
  }

  private void fill(byte[] lengths, int[] counts) {
    int[] next = new int[MAX + 1];
    for (int length = 1; length < MAX; length++) {
      next[length + 1] = next[length] + counts[length];
    }
    for (int symbol = 0; symbol < lengths.length; symbol++) {
      int length = lengths[symbol];
      if (length > 0) {
        int index = next[length]++;
        symbols[index] = (byte) symbol;
        if (length <= FAST_BITS) {
          int first = (index - offsets[length]) << (FAST_BITS - length);
          for (int i = 0; i < 1 << (FAST_BITS - length); i++) {
            fast[first + i] = (char) (symbol << 4 | length);
          }
        }
      }
    }
  }

  /** Returns the next symbol. */
  int next(BitReader bits) throws ModelException {
    int window = bits.peek(MAX);
    int entry = fast[window >> (MAX - FAST_BITS)];
    if (entry != 0) {
      bits.skip(entry & 15, what);
      return entry >> 4;
    }
    for (int length = FAST_BITS + 1; length <= MAX; length++) {
      if (window < ends[length]) {
        bits.skip(length, what);
        return symbols[offsets[length] + (window >> (MAX - length))] & 0xFF;
      }
    }
    throw bits.corrupt(what, "the code 0 of the only symbol", 1);
  }
}
