/*
 * Copyright 2026 The Thimble Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.thimble.compressor.artifact;

import dev.thimble.compressor.entropy.ByteWriter;
import dev.thimble.runtime.internal.format.Format;
import java.util.Arrays;
import java.util.SortedMap;
import java.util.zip.CRC32;

/** Section s: puts what a network tolerates behind the other sections of a finished file. */
public final class SensitivitySection {

  private SensitivitySection() {}

  /**
   * The file with the section.
   *
   * @param file a file without it
   * @param entries ASCII keys and values, 1 to 32
   */
  public static byte[] append(byte[] file, SortedMap<String, String> entries) {
    ByteWriter payload = new ByteWriter();
    payload.varint(Format.SENSITIVITY_LAYOUT).varint(entries.size());
    entries.forEach(
        (key, value) -> {
          Strings.write(payload, "sensitivity key", key);
          Strings.write(payload, "sensitivity " + key, value);
        });
    byte[] bytes = payload.toByteArray();
    ByteWriter section = new ByteWriter();
    section.u8(Format.TAG_SENSITIVITY).varint(bytes.length).bytes(bytes);
    section.int32(crc(section.toByteArray()));
    ByteWriter out = new ByteWriter();
    out.bytes(Arrays.copyOf(file, file.length - 1 - Format.CRC_BYTES));
    out.bytes(section.toByteArray()).u8(Format.TAG_END);
    out.int32(crc(out.toByteArray()));
    return out.toByteArray();
  }

  private static int crc(byte[] bytes) {
    CRC32 crc = new CRC32();
    crc.update(bytes);
    return (int) crc.getValue();
  }
}
