/*
 * Copyright 2026 The Thimble Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.thimble.models.data;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/**
 * Reads one IDX file of unsigned bytes, raw or gzip.
 *
 * <p>Format (<a href="http://yann.lecun.com/exdb/mnist/">yann.lecun.com/exdb/mnist</a>): two zero
 * bytes, the element type (8: unsigned byte), the number of dimensions, each dimension as a
 * big-endian 32-bit integer, then the elements.
 *
 * <p>Memory grows with the bytes that really come, never with what the header claims, and nothing
 * past the claimed end is unpacked but one byte.
 */
final class IdxReader {
  private static final int UNSIGNED_BYTE = 8;
  private static final int GZIP_MAGIC_0 = 0x1f;
  private static final int GZIP_MAGIC_1 = 0x8b;

  /** Some VMs cannot allocate an array of the last few lengths below 2^31. */
  private static final long MAX_BYTES = Integer.MAX_VALUE - 8L;

  private final IdxFiles.Source source;

  private IdxReader(IdxFiles.Source source) {
    this.source = source;
  }

  /**
   * The content of the file.
   *
   * @param minDimensions fewest dimensions allowed
   * @param maxDimensions most dimensions allowed
   */
  static IdxArray read(IdxFiles.Source source, int minDimensions, int maxDimensions)
      throws IOException {
    return new IdxReader(source).read(minDimensions, maxDimensions);
  }

  private IdxArray read(int minDimensions, int maxDimensions) throws IOException {
    MessageDigest digest = sha256();
    try (InputStream packed = new BufferedInputStream(source.opener().open());
        InputStream in = new DigestInputStream(unpack(packed), digest)) {
      int[] dimensions = readHeader(in, minDimensions, maxDimensions);
      byte[] data = readData(in, dimensions);
      checkDigest(digest);
      return new IdxArray(dimensions, data);
    } catch (DataException e) {
      throw e;
    } catch (ZipException | EOFException e) {
      String damage = e.getMessage() == null ? "its end too early" : "damage: " + e.getMessage();
      throw new DataException(
          source.description() + ": expected intact gzip data, found " + damage, e);
    } catch (IOException e) {
      throw new DataException(
          source.description() + ": expected a readable file, found: " + e.getMessage(), e);
    }
  }

  private static InputStream unpack(InputStream packed) throws IOException {
    packed.mark(2);
    boolean gzip = packed.read() == GZIP_MAGIC_0 && packed.read() == GZIP_MAGIC_1;
    packed.reset();
    return gzip ? new GZIPInputStream(packed, 1 << 16) : packed;
  }

  private int[] readHeader(InputStream in, int minDimensions, int maxDimensions)
      throws IOException {
    int[] magic = new int[4];
    for (int i = 0; i < magic.length; i++) {
      magic[i] = readByte(in);
    }
    boolean known = magic[0] == 0 && magic[1] == 0 && magic[2] == UNSIGNED_BYTE;
    if (!known || magic[3] < minDimensions || magic[3] > maxDimensions) {
      String found = String.format("%02x%02x%02x%02x", magic[0], magic[1], magic[2], magic[3]);
      throw DataException.of(
          source.description(), String.format("IDX magic 0000080%d", minDimensions), found);
    }
    int[] dimensions = new int[magic[3]];
    for (int i = 0; i < dimensions.length; i++) {
      dimensions[i] = readInt(in);
    }
    return dimensions;
  }

  private byte[] readData(InputStream in, int[] dimensions) throws IOException {
    long declared = 1;
    for (int dimension : dimensions) {
      if (dimension < 1) {
        throw DataException.of(
            source.description(), "positive dimensions", Arrays.toString(dimensions));
      }
      declared *= dimension;
      if (declared > MAX_BYTES) {
        throw DataException.of(
            source.description(),
            "at most " + MAX_BYTES + " bytes of data",
            "dimensions " + Arrays.toString(dimensions));
      }
    }
    byte[] data = in.readNBytes((int) declared);
    if (data.length < declared) {
      throw DataException.of(
          source.description(),
          declared + " bytes of data for dimensions " + Arrays.toString(dimensions),
          data.length + " (truncated)");
    }
    if (in.read() >= 0) {
      throw DataException.of(
          source.description(), "the end after " + declared + " bytes of data", "trailing bytes");
    }
    return data;
  }

  private void checkDigest(MessageDigest digest) throws DataException {
    String actual = HexFormat.of().formatHex(digest.digest());
    if (!source.sha256().isEmpty() && !source.sha256().equals(actual)) {
      throw DataException.of(source.description(), "SHA-256 " + source.sha256(), actual);
    }
  }

  private int readInt(InputStream in) throws IOException {
    return readByte(in) << 24 | readByte(in) << 16 | readByte(in) << 8 | readByte(in);
  }

  private int readByte(InputStream in) throws IOException {
    int value = in.read();
    if (value < 0) {
      throw DataException.of(source.description(), "an IDX header", "its end (truncated)");
    }
    return value;
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError("every JDK has SHA-256", e);
    }
  }
}
