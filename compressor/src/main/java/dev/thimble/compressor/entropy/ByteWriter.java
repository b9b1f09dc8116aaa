/*
 * Copyright 2026 The Thimble Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.thimble.compressor.entropy;

import java.io.ByteArrayOutputStream;

/** Appends the primitives of {@code format.md} to a growing array of bytes. */
public final class ByteWriter {
  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

  public ByteWriter u8(int value) {
    bytes.write(value);
    return this;
  }

  /** Unsigned LEB128 of a value that is not negative. */
  public ByteWriter varint(int value) {
    if (value < 0) {
      throw new IllegalArgumentException("a varint must not be negative, found " + value);
    }
    return unsigned(value);
  }

  /** Zigzag, then LEB128. */
  public ByteWriter svarint(int value) {
    return unsigned(zigzag(value));
  }

  /** Small magnitudes of either sign as small unsigned numbers: 0, −1, 1, −2, … */
  static int zigzag(int value) {
    return (value << 1) ^ (value >> 31);
  }

  private ByteWriter unsigned(int value) {
    int rest = value;
    while ((rest & ~0x7F) != 0) {
      bytes.write(rest & 0x7F | 0x80);
      rest >>>= 7;
    }
    bytes.write(rest);
    return this;
  }

  /** IEEE-754 single, little endian. */
  public ByteWriter f32(float value) {
    return int32(Float.floatToIntBits(value));
  }

  /** Four bytes, little endian. */
  public ByteWriter int32(int value) {
    for (int shift = 0; shift < 32; shift += 8) {
      bytes.write(value >>> shift);
    }
    return this;
  }

  public ByteWriter bytes(byte[] values) {
    bytes.writeBytes(values);
    return this;
  }

  public int size() {
    return bytes.size();
  }

  public byte[] toByteArray() {
    return bytes.toByteArray();
  }
}
