/*
 * Copyright 2026 The Thimble Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.thimble.compressor.report;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;
import org.apache.commons.compress.compressors.bzip2.BZip2CompressorOutputStream;
import org.apache.commons.compress.compressors.xz.XZCompressorOutputStream;
import org.apache.commons.compress.compressors.zstandard.ZstdCompressorOutputStream;
import org.apache.commons.compress.compressors.zstandard.ZstdConstants;
import org.tukaani.xz.LZMA2Options;

/** Compressors that know nothing of networks, each at its strongest setting. */
public enum GeneralCompressor {
  /** Deflate, level 9, of java.util.zip. */
  GZIP {
    @Override
    OutputStream open(OutputStream out, int dataBytes) throws IOException {
      return new GZIPOutputStream(out) {
        {
          def.setLevel(Deflater.BEST_COMPRESSION);
        }
      };
    }
  },
  /** Blocks of 900 kB, of Commons Compress. */
  BZIP2 {
    @Override
    OutputStream open(OutputStream out, int dataBytes) throws IOException {
      return new BZip2CompressorOutputStream(out, BZip2CompressorOutputStream.MAX_BLOCKSIZE);
    }
  },
  /** Preset 9, of Commons Compress. */
  XZ {
    @Override
    OutputStream open(OutputStream out, int dataBytes) throws IOException {
      LZMA2Options preset = new LZMA2Options(LZMA2Options.PRESET_MAX);
      // A dictionary that holds all data finds as much, and takes less time to set up.
      preset.setDictSize(Math.max(LZMA2Options.DICT_SIZE_MIN, dataBytes));
      return XZCompressorOutputStream.builder().setOutputStream(out).setLzma2Options(preset).get();
    }
  },
  /** Level 22, of zstd-jni through Commons Compress. */
  ZSTD {
    @Override
    OutputStream open(OutputStream out, int dataBytes) throws IOException {
      return ZstdCompressorOutputStream.builder()
          .setOutputStream(out)
          .setLevel(ZstdConstants.ZSTD_CLEVEL_MAX)
          .get();
    }
  };

  abstract OutputStream open(OutputStream out, int dataBytes) throws IOException;

  /** The size of {@code data} after compression, with the compressor's own header. */
  public int compressedBytes(byte[] data) {
    ByteArrayOutputStream compressed = new ByteArrayOutputStream();
    try (OutputStream out = open(compressed, data.length)) {
      out.write(data);
    } catch (IOException e) {
      throw new UncheckedIOException("compressing in memory cannot fail", e);
    }
    return compressed.size();
  }
}
