/*
 * Copyright 2026 The Thimble Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.thimble.runtime.internal.format;

import dev.thimble.runtime.ModelException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Reads the format's primitives from a range of the file. Positions are offsets from the file's
 * start, so that messages can name them; what is read is named too, after a context such as the
 * layer.
 */
public final class ByteReader {

  private final byte[] file;
  private final int end;
  private final String section;
  private int position;
  private String context = "";

  ByteReader(byte[] file, int start, int end, String section) {
    this.file = file;
    this.position = start;
    this.end = end;
    this.section = section;
  }

  byte[] file() {
    return file;
  }

  String section() {
    return section;
  }

  int position() {
    return position;
  }

  int end() {
    return end;
  }

  int remaining() {
    return end - position;
  }

  /** Sets what the following messages begin with, for example {@code "layer 3 "}. */
  void context(String prefix) {
    context = prefix;
  }

  int u8(String what) throws ModelException {
    require(1, what);
    return file[position++] & 0xFF;
  }

  int u8(String what, int min, int max) throws ModelException {
    int start = position;
    return checkRange(start, what, u8(what), min, max);
  }

  int varint(String what) throws ModelException {
    int start = position;
    long value = leb128(what);
    if (value > Integer.MAX_VALUE) {
      throw corrupt(start, what, "a varint of at most 2^31 - 1", value);
    }
    return (int) value;
  }

  int varint(String what, int min, int max) throws ModelException {
    int start = position;
    return checkRange(start, what, varint(what), min, max);
  }

  int svarint(String what) throws ModelException {
    int zigzag = (int) leb128(what);
    return (zigzag >>> 1) ^ -(zigzag & 1);
  }

  /** Reads an f32: finite and above zero. */
  float scale(String what) throws ModelException {
    require(4, what);
    int start = position;
    int bits = 0;
    for (int i = 0; i < 4; i++) {
      bits |= (file[position++] & 0xFF) << (8 * i);
    }
    float value = Float.intBitsToFloat(bits);
    if (!(value > 0 && value <= Float.MAX_VALUE)) {
      throw corrupt(start, what, "a finite number above 0", value);
    }
    return value;
  }

  String string(String what) throws ModelException {
    int length = varint(what + " length", 1, Format.MAX_STRING_BYTES);
    require(length, what);
    String text = new String(file, position, length, StandardCharsets.UTF_8);
    byte[] bytes = Arrays.copyOfRange(file, position, position + length);
    if (!Arrays.equals(text.getBytes(StandardCharsets.UTF_8), bytes)) { // something was replaced
      throw corrupt(position, what, "well-formed UTF-8", "other bytes");
    }
    for (int i = 0; i < text.length(); i++) {
      if (Character.isISOControl(text.charAt(i))) {
        throw corrupt(
            position,
            what,
            "no control characters",
            "U+00" + Integer.toHexString(0x100 | text.charAt(i)).substring(1));
      }
    }
    position += length;
    return text;
  }

  /** Returns a reader of the next {@code length} bytes and skips them here. */
  ByteReader slice(int length, String what) throws ModelException {
    require(length, what);
    ByteReader slice = new ByteReader(file, position, position + length, section);
    slice.context = context;
    position += length;
    return slice;
  }

  void skip(int length, String what) throws ModelException {
    require(length, what);
    position += length;
  }

  void requireEnd() throws ModelException {
    if (position != end) {
      throw corrupt(position, "the end", "no more bytes", (end - position) + " bytes");
    }
  }

  void require(int bytes, String what) throws ModelException {
    if (end - position < bytes) {
      throw corrupt(
          position, what, bytes + (bytes == 1 ? " byte" : " bytes"), (end - position) + " left");
    }
  }

  ModelException corrupt(long offset, String what, String expected, Object found) {
    return Fault.corrupt(section, offset, context + what, expected, found);
  }

  ModelException unsupported(long offset, String what, String expected, Object found) {
    return Fault.unsupported(section, offset, context + what, expected, found);
  }

  private int checkRange(int start, String what, int value, int min, int max)
      throws ModelException {
    if (value < min || value > max) {
      throw corrupt(
          start, what, max == Integer.MAX_VALUE ? "at least " + min : min + " to " + max, value);
    }
    return value;
  }

  /** Reads an unsigned 32-bit LEB128 number in its shortest form. */
  private long leb128(String what) throws ModelException {
    int start = position;
    long value = 0;
    for (int shift = 0; shift < 35; shift += 7) {
      int next = u8(what);
      value |= (long) (next & 0x7F) << shift;
      if (next < 0x80) {
        if (next == 0 && shift > 0) {
          throw corrupt(start, what, "a number in its shortest form", "a longer one");
        }
        if (value >>> 32 != 0) {
          break;
        }
        return value;
      }
    }
    throw corrupt(start, what, "a number of at most 32 bits", "a longer one");
  }
}
