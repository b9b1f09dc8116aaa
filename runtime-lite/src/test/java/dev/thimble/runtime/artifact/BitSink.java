/*
 * Copyright 2026 The Thimble Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.thimble.runtime.artifact;

/** Writes bits from the most significant bit of each byte. */
public final class BitSink {

  private final ByteSink out = new ByteSink();
  private int current;
  private int used;

  public BitSink bits(long value, int count) {
    for (int i = count - 1; i >= 0; i--) {
      current = current << 1 | (int) (value >>> i & 1);
      if (++used == 8) {
        out.u8(current);
        current = 0;
        used = 0;
      }
    }
    return this;
  }

  /** Golomb-Rice of the zigzag of {@code value}. */
  public BitSink rice(int value, int parameter) {
    int zigzag = value << 1 ^ value >> 31;
    for (int i = 0; i < zigzag >>> parameter; i++) {
      bits(1, 1);
    }
    return bits(0, 1).bits(zigzag, parameter);
  }

  /** Pads with zeros and returns all bytes. */
  public byte[] toByteArray() {
    while (used != 0) {
      bits(0, 1);
    }
    return out.toByteArray();
  }
}
