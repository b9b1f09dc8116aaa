/*
 * Copyright 2026 The Thimble Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.thimble.compressor.artifact;

import dev.thimble.compressor.entropy.ByteWriter;
import dev.thimble.runtime.internal.format.Format;
import java.nio.charset.StandardCharsets;
import java.util.SortedMap;

/** Strings as the format allows them: 1 … 255 bytes of UTF-8 without control characters. */
final class Strings {
  private Strings() {}

  static void write(ByteWriter out, String what, String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    boolean wellFormed = new String(bytes, StandardCharsets.UTF_8).equals(text);
    if (bytes.length == 0
        || bytes.length > Format.MAX_STRING_BYTES
        || !wellFormed
        || text.chars().anyMatch(Character::isISOControl)) {
      throw new IllegalArgumentException(
          what
              + " must be 1 to "
              + Format.MAX_STRING_BYTES
              + " bytes of text without control characters, found "
              + bytes.length
              + " bytes");
    }
    out.varint(bytes.length).bytes(bytes);
  }

  /**
   * Writes keys and values with their number before them.
   *
   * @param what they are, for messages
   */
  static void writeEntries(ByteWriter out, String what, SortedMap<String, String> entries) {
    out.varint(entries.size());
    entries.forEach(
        (key, value) -> {
          write(out, what + " key", key);
          write(out, what + " " + key, value);
        });
  }
}
