/*
 * Copyright 2026 The Thimble Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.thimble.runtime.artifact;

import java.util.zip.CRC32;

/** Puts sections into a frame. */
public final class Artifact {

  private final ByteSink out = new ByteSink().bytes(new byte[] {'T', 'H', 'I', 'M'}).u8(1);

  public Artifact section(char tag, byte[] payload) {
    byte[] section = new ByteSink().u8(tag).varint(payload.length).bytes(payload).toByteArray();
    out.bytes(section).int32(crc(section, section.length));
    return this;
  }

  public byte[] end() {
    out.u8(0);
    return out.int32(crc(out.toByteArray(), out.size())).toByteArray();
  }

  /** Corrects every CRC of a file that still has its frame; leaves other files as they are. */
  public static byte[] withCorrectCrcs(byte[] damaged) {
    byte[] file = damaged.clone();
    int at = 5;
    while (at < file.length && file[at] != 0) {
      int start = at++;
      long length = 0;
      for (int shift = 0; at < file.length; shift += 7) {
        length |= (long) (file[at] & 0x7F) << shift;
        if (file[at++] >= 0 || shift > 28) {
          break;
        }
      }
      if (length > file.length - at - 4) {
        return file;
      }
      at += (int) length;
      at = putCrc(file, start, at);
    }
    if (at + 5 <= file.length) {
      putCrc(file, 0, at + 1);
    }
    return file;
  }

  private static int putCrc(byte[] file, int start, int end) {
    CRC32 crc = new CRC32();
    crc.update(file, start, end - start);
    for (int i = 0; i < 4; i++) {
      file[end + i] = (byte) (crc.getValue() >>> 8 * i);
    }
    return end + 4;
  }

  private static int crc(byte[] bytes, int length) {
    CRC32 crc = new CRC32();
    crc.update(bytes, 0, length);
    return (int) crc.getValue();
  }
}
