/*
 * Copyright 2026 The Thimble Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.thimble.compressor.entropy;

import java.io.ByteArrayOutputStream;

/** Packs bits into bytes, from the most significant bit of each. */
public final class BitWriter {
  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  private int pending;
  private int pendingBits;
  private long bitCount;

  /** Appends the low {@code count} bits of {@code value}, 0 … 31, the highest first. */
  public void write(int value, int count) {
    if (count < 0 || count > 31 || value >>> count != 0) {
      throw new IllegalArgumentException("cannot write " + value + " in " + count + " bits");
    }
    for (int bit = count - 1; bit >= 0; bit--) {
      pending = pending << 1 | (value >>> bit & 1);
      if (++pendingBits == 8) {
        bytes.write(pending);
        pending = 0;
        pendingBits = 0;
      }
    }
    bitCount += count;
  }

  /** Appends {@code ones} one bits and a zero. */
  void writeUnary(int ones) {
    for (int i = 0; i < ones; i++) {
      write(1, 1);
    }
    write(0, 1);
  }

  /** Number of bits so far. */
  public long bitCount() {
    return bitCount;
  }

  /** All bits, filled with zeros up to a whole byte. */
  public byte[] toByteArray() {
    ByteArrayOutputStream padded = new ByteArrayOutputStream();
    padded.writeBytes(bytes.toByteArray());
    if (pendingBits > 0) {
      padded.write(pending << (8 - pendingBits));
    }
    return padded.toByteArray();
  }
}
