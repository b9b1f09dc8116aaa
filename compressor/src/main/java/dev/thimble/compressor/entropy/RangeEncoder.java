/*
 * Copyright 2026 The Thimble Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.thimble.compressor.entropy;

import dev.thimble.runtime.internal.range.BinaryCoder;
import java.io.ByteArrayOutputStream;
import java.util.Arrays;

/**
 * A binary arithmetic encoder with an interval of 32 bits and no carries: bytes leave as soon as
 * both ends of the interval agree on them.
 */
final class RangeEncoder extends BinaryCoder {
  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  private int low;
  private int high = -1; // unsigned, as low

  @Override
  public int code(int bit, int one) {
    int middle = low + (int) ((high - low & 0xFFFFFFFFL) * one >>> 16);
    if (bit == 1) {
      high = middle;
    } else {
      low = middle + 1;
    }
    while ((low ^ high) >>> 24 == 0) {
      bytes.write(low >>> 24);
      low <<= 8;
      high = high << 8 | 0xFF;
    }
    return bit;
  }

  /** The shortest bytes that stand for all decisions, given that a reader appends zeros. */
  byte[] finish() {
    long value = 0;
    for (int bits = 32; bits >= 0; bits -= 8) {
      long mask = (1L << bits) - 1;
      value = ((low & 0xFFFFFFFFL) + mask) & ~mask;
      if (value <= (high & 0xFFFFFFFFL)) {
        break;
      }
    }
    for (int shift = 24; shift >= 0; shift -= 8) {
      bytes.write((int) (value >>> shift));
    }
    byte[] all = bytes.toByteArray();
    int length = all.length;
    while (length > 0 && all[length - 1] == 0) {
      length--;
    }
    return Arrays.copyOf(all, length);
  }
}
