/*
 * Copyright 2026 The Thimble Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.thimble.runtime.internal.format;

import dev.thimble.runtime.internal.range.BinaryCoder;

/**
 * A binary arithmetic decoder with an interval of 32 bits and no carries. Past the block's end it
 * reads zeros: the writer leaves them out.
 */
final class RangeDecoder extends BinaryCoder {

  private final byte[] file;
  private final int start;
  private final int end;
  private int position;
  private int low;
  private int high = -1; // unsigned, as low and code
  private int code;

  RangeDecoder(byte[] file, int start, int end) {
    this.file = file;
    this.start = start;
    this.end = end;
    position = start;
    for (int i = 0; i < 4; i++) {
      code = code << 8 | next();
    }
  }

  private int next() {
    int at = position++;
    return at < end ? file[at] & 0xFF : 0;
  }

  @Override
  public int code(int bit, int one) {
    int middle = low + (int) ((high - low & 0xFFFFFFFFL) * one >>> 16);
    int decoded = code + Integer.MIN_VALUE <= middle + Integer.MIN_VALUE ? 1 : 0;
    if (decoded == 1) {
      high = middle;
    } else {
      low = middle + 1;
    }
    while ((low ^ high) >>> 24 == 0) {
      low <<= 8;
      high = high << 8 | 0xFF;
      code = code << 8 | next();
    }
    return decoded;
  }

  /** Returns the offset after the last byte that was looked at, of which four are not settled. */
  int position() {
    return Math.min(end, position);
  }

  /**
   * Returns whether the block ends as a writer ends it: with the value of the interval that has the
   * most zeros at its end, and without these zeros.
   */
  boolean isAtEnd() {
    long value = 0;
    for (int bits = 32; bits >= 0; bits -= 8) {
      long mask = (1L << bits) - 1;
      value = ((low & 0xFFFFFFFFL) + mask) & ~mask;
      if (value <= (high & 0xFFFFFFFFL)) {
        break;
      }
    }
    return code == (int) value && position >= end && (end == start || file[end - 1] != 0);
  }
}
