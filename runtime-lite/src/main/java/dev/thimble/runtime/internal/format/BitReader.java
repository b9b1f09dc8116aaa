/*
 * Copyright 2026 The Thimble Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.thimble.runtime.internal.format;

import dev.thimble.runtime.ModelException;

/**
 * Reads bits from the most significant bit of each byte. Past the end, {@link #peek} sees zeros and
 * {@link #skip} fails.
 */
final class BitReader {

  private final ByteReader block;
  private final byte[] file;
  private final int start;
  private final int end;
  private int next;
  private long window;
  private int windowBits;
  private long consumed;

  /** Reads all bytes that remain in the block. */
  BitReader(ByteReader block) {
    this.block = block;
    this.file = block.file();
    this.start = block.position();
    this.end = block.end();
    this.next = start;
  }

  /** Returns how many bits were consumed. */
  long position() {
    return consumed;
  }

  /** Returns the next {@code count} bits without consuming them; {@code count} is 1 to 32. */
  int peek(int count) {
    while (windowBits < count) {
      window = (window << 8) | (next < end ? file[next] & 0xFF : 0);
      next++;
      windowBits += 8;
    }
    return (int) ((window >>> (windowBits - count)) & ((1L << count) - 1));
  }

  /** Consumes bits that {@link #peek} has shown. */
  void skip(int count, String what) throws ModelException {
    windowBits -= count;
    consumed += count;
    if (consumed > 8L * (end - start)) {
      throw block.corrupt(end, what, "more bits", "the end of the block");
    }
  }

  /** Returns the next {@code count} bits, 0 to 32, as an unsigned number in an int. */
  int bits(int count, String what) throws ModelException {
    if (count == 0) {
      return 0;
    }
    int value = peek(count);
    skip(count, what);
    return value;
  }

  /** Counts the ones before the next zero, consumes them and the zero. */
  int unary(int limit, String what) throws ModelException {
    int ones = 0;
    while (bits(1, what) == 1) {
      if (++ones > limit) {
        throw corrupt(what, "at most " + limit + " ones", "more");
      }
    }
    return ones;
  }

  /** Checks that only zero bits up to the byte boundary are left, and nothing after it. */
  void requireEnd() throws ModelException {
    long left = 8L * (end - start) - consumed;
    if (left >= 8) {
      throw corrupt("the end of the block", "no more bytes", (left / 8) + " bytes");
    }
    if (left > 0 && peek((int) left) != 0) {
      throw corrupt("the bits after the last code", "zeros", "ones");
    }
  }

  ModelException corrupt(String what, String expected, Object found) {
    return block.corrupt(start + consumed / 8, what, expected, found);
  }
}
