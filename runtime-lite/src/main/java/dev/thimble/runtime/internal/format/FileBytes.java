/*
 * Copyright 2026 The Thimble Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.thimble.runtime.internal.format;

import dev.thimble.runtime.Limits;
import dev.thimble.runtime.ModelException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.Arrays;

/** Brings a whole file into an array, no further than the limit on its size. */
public final class FileBytes {

  private static final int FIRST_BYTES = 32 << 10;

  private FileBytes() {}

  /** Reads a stream to its end. */
  public static byte[] of(InputStream in, Limits limits) throws IOException {
    int limit = limits.fileBytes();
    byte[] bytes = new byte[Math.min(FIRST_BYTES, limit)];
    int length = 0;
    for (int read = in.read(bytes, 0, bytes.length);
        read >= 0;
        read = in.read(bytes, length, bytes.length - length)) {
      length += read;
      if (length == bytes.length) {
        if (length == limit) {
          requireEnd(in, limit);
          return bytes;
        }
        bytes = Arrays.copyOf(bytes, (int) Math.min(2L * length, limit));
      }
    }
    return Arrays.copyOf(bytes, length);
  }

  /** Copies what remains in a buffer, whose position stays. */
  public static byte[] of(ByteBuffer buffer, Limits limits) throws ModelException {
    if (buffer.remaining() > limits.fileBytes()) {
      throw Fault.limit("file bytes", limits.fileBytes(), buffer.remaining());
    }
    byte[] bytes = new byte[buffer.remaining()];
    buffer.duplicate().get(bytes);
    return bytes;
  }

  private static void requireEnd(InputStream in, int limit) throws IOException {
    if (in.read() >= 0) {
      throw Fault.limit("file bytes", limit, limit + 1L);
    }
  }
}
