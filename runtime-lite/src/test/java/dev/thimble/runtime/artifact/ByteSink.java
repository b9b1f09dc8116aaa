/*
 * Copyright 2026 The Thimble Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.thimble.runtime.artifact;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** Writes the format's primitives, valid or not. */
public final class ByteSink {

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();

  public ByteSink u8(int value) {
    out.write(value);
    return this;
  }

  public ByteSink varint(long value) {
    long rest = value;
    while (rest >= 0x80) {
      u8((int) (rest & 0x7F) | 0x80);
      rest >>>= 7;
    }
    return u8((int) rest);
  }

  public ByteSink varints(int... values) {
    for (int value : values) {
      varint(value);
    }
    return this;
  }

  public ByteSink svarint(int value) {
    return varint((value << 1 ^ value >> 31) & 0xFFFFFFFFL);
  }

  public ByteSink int32(int value) {
    return u8(value).u8(value >> 8).u8(value >> 16).u8(value >> 24);
  }

  public ByteSink f32(float value) {
    return int32(Float.floatToRawIntBits(value));
  }

  public ByteSink string(String text) {
    byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
    return varint(utf8.length).bytes(utf8);
  }

  public ByteSink bytes(byte[] bytes) {
    out.writeBytes(bytes);
    return this;
  }

  public int size() {
    return out.size();
  }

  public byte[] toByteArray() {
    return out.toByteArray();
  }
}
