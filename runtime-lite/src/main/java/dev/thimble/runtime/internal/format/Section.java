/*
 * Copyright 2026 The Thimble Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.thimble.runtime.internal.format;

/** Where a section lies in the file. Its CRC has been checked. */
public final class Section {

  public final int tag;

  /** Offset of the tag. */
  public final int offset;

  private final int payload;
  private final int length;

  Section(int tag, int offset, int payload, int length) {
    this.tag = tag;
    this.offset = offset;
    this.payload = payload;
    this.length = length;
  }

  /** Returns the bytes from the tag to the CRC, both included. */
  public int bytes() {
    return payload - offset + length + Format.CRC_BYTES;
  }

  ByteReader reader(byte[] file) {
    return new ByteReader(file, payload, payload + length, name(tag));
  }

  static String name(int tag) {
    return tag > 0x20 && tag < 0x7F
        ? "section " + (char) tag
        : "section 0x" + Integer.toHexString(tag);
  }
}
