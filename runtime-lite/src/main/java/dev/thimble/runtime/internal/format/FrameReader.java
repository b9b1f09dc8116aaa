/*
 * Copyright 2026 The Thimble Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.thimble.runtime.internal.format;

import dev.thimble.runtime.ModelException;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.CRC32;

/**
 * Reads the frame ({@code format.md}, Frame): magic, version, sections in order, each with its CRC,
 * and the end.
 */
final class FrameReader {

  private static final String FRAME = "frame";

  private final byte[] file;
  private final ByteReader reader;
  private final List<Section> sections = new ArrayList<>();

  private FrameReader(byte[] file) {
    this.file = file;
    this.reader = new ByteReader(file, 0, file.length, FRAME);
  }

  /** Returns the sections in the file's order: N, W, then optional ones. */
  static List<Section> read(byte[] file) throws ModelException {
    FrameReader frame = new FrameReader(file);
    frame.header();
    int previous = 0;
    for (int tag = frame.section(previous); tag != Format.TAG_END; tag = frame.section(previous)) {
      previous = tag;
    }
    frame.requireSection(0, Format.TAG_NETWORK);
    frame.requireSection(1, Format.TAG_WEIGHTS);
    return frame.sections;
  }

  private void header() throws ModelException {
    int magic = 0;
    for (int i = 0; i < 4; i++) {
      magic = magic << 8 | (i < file.length ? file[i] & 0xFF : 0);
    }
    if (magic != Format.MAGIC) {
      throw Fault.notAModel(
          file.length < 4
              ? "a file of " + file.length + " bytes"
              : "0x" + Long.toHexString(magic & 0xFFFFFFFFL));
    }
    reader.skip(4, "magic");
    int version = reader.u8("version");
    if (version != Format.VERSION) {
      throw reader.unsupported(4, "format version", Integer.toString(Format.VERSION), version);
    }
  }

  /** Reads one section, or the end; returns its tag. */
  private int section(int previous) throws ModelException {
    int offset = reader.position();
    int tag = reader.u8("section tag");
    if (tag == Format.TAG_END) {
      checkCrc(0, "the file");
      reader.requireEnd();
      return tag;
    }
    int length = reader.varint("section length");
    int payload = reader.position();
    reader.skip(length, Section.name(tag));
    checkCrc(offset, Section.name(tag));
    checkTag(offset, previous, tag);
    sections.add(new Section(tag, offset, payload, length));
    return tag;
  }

  /** Compares the CRC that stands next with that of the bytes from {@code start} to it. */
  private void checkCrc(int start, String what) throws ModelException {
    int end = reader.position();
    CRC32 crc = new CRC32();
    crc.update(file, start, end - start);
    reader.require(Format.CRC_BYTES, "CRC of " + what);
    int found = 0;
    for (int i = 0; i < Format.CRC_BYTES; i++) {
      found |= reader.u8("CRC") << (8 * i);
    }
    if (found != (int) crc.getValue()) {
      throw reader.corrupt(
          end,
          "CRC-32 of " + what,
          Long.toHexString(crc.getValue()),
          Long.toHexString(found & 0xFFFFFFFFL));
    }
  }

  private void checkTag(int offset, int previous, int tag) throws ModelException {
    boolean known = tag == Format.TAG_NETWORK || tag == Format.TAG_WEIGHTS;
    if (!known && (tag & Format.TAG_OPTIONAL_BIT) == 0) {
      throw reader.unsupported(offset, "section tag", "a known one", Section.name(tag));
    }
    if (tag <= previous) {
      throw reader.corrupt(
          offset, "section order", "a tag above " + Section.name(previous), Section.name(tag));
    }
  }

  private void requireSection(int index, int tag) throws ModelException {
    if (sections.size() <= index || sections.get(index).tag != tag) {
      throw reader.corrupt(
          index < sections.size() ? sections.get(index).offset : file.length,
          "sections",
          Section.name(tag) + " as number " + (index + 1),
          index < sections.size() ? Section.name(sections.get(index).tag) : "none");
    }
  }
}
