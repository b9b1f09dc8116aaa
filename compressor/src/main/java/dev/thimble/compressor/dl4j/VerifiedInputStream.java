/*
 * Copyright 2026 The Thimble Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.thimble.compressor.dl4j;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.CRC32;
import java.util.zip.CheckedInputStream;
import java.util.zip.ZipException;

/** The content of a zip entry; its CRC-32 is compared where it ends. */
final class VerifiedInputStream extends FilterInputStream {
  private final long expected;

  VerifiedInputStream(InputStream content, long expected) {
    super(new CheckedInputStream(content, new CRC32()));
    this.expected = expected;
  }

  @Override
  public int read() throws IOException {
    int value = in.read();
    verifyAtEnd(value);
    return value;
  }

  @Override
  public int read(byte[] target, int offset, int length) throws IOException {
    int count = in.read(target, offset, length);
    verifyAtEnd(count);
    return count;
  }

  private void verifyAtEnd(int result) throws IOException {
    long found = ((CheckedInputStream) in).getChecksum().getValue();
    if (result < 0 && found != expected) {
      throw new ZipException(
          String.format("expected the CRC-32 %08x, found %08x", expected, found));
    }
  }
}
