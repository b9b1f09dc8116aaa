/*
 * Copyright 2026 The Thimble Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.thimble.compressor.artifact;

import dev.thimble.compressor.entropy.ByteWriter;
import dev.thimble.runtime.internal.format.Format;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.CRC32;

/** Magic, sections with their checksums, and the end. */
final class Frame {
  private static final int END_BYTES = 1 + Format.CRC_BYTES;

  private final ByteWriter file = new ByteWriter();
  private final List<Artifact.Section> sections = new ArrayList<>();

  /** Begins a file. */
  Frame() {
    for (int shift = 24; shift >= 0; shift -= 8) {
      file.u8(Format.MAGIC >>> shift & 0xFF);
    }
    file.u8(Format.VERSION);
    sections.add(new Artifact.Section("magic and version", file.size()));
  }

  /** Goes on behind the sections of a finished file. */
  Frame(byte[] finished) {
    byte[] begun = Arrays.copyOf(finished, finished.length - END_BYTES);
    file.bytes(begun);
    sections.add(new Artifact.Section("before", begun.length));
  }

  void section(int tag, String name, byte[] payload) {
    int start = file.size();
    file.u8(tag).varint(payload.length).bytes(payload);
    file.int32(crc(start));
    sections.add(new Artifact.Section(name, file.size() - start));
  }

  /** Ends the file and returns its bytes. */
  byte[] finish() {
    file.u8(Format.TAG_END);
    file.int32(crc(0));
    sections.add(new Artifact.Section("end", END_BYTES));
    return file.toByteArray();
  }

  /** What was written, in order. */
  List<Artifact.Section> sections() {
    return List.copyOf(sections);
  }

  private int crc(int start) {
    byte[] bytes = file.toByteArray();
    CRC32 crc = new CRC32();
    crc.update(Arrays.copyOfRange(bytes, start, bytes.length));
    return (int) crc.getValue();
  }
}
