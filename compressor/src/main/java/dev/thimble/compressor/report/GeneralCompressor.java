/*
 * Copyright 2026 The Thimble Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.thimble.compressor.report;

import com.github.luben.zstd.Zstd;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;
import org.apache.commons.compress.compressors.bzip2.BZip2CompressorOutputStream;
import org.apache.commons.compress.compressors.xz.XZCompressorOutputStream;
import org.tukaani.xz.LZMA2Options;

/** Compressors that know nothing of networks, each at its strongest setting. */
public enum GeneralCompressor {
  /** Deflate, level 9, of java.util.zip. */
  GZIP {
    @Override
    public int compressedBytes(byte[] data) {
      return through(
          data,
          out ->
              new GZIPOutputStream(out) {
                {
                  def.setLevel(Deflater.BEST_COMPRESSION);
                }
              });
    }
  },
  /** Blocks of 900 kB, of Commons Compress. */
  BZIP2 {
    @Override
    public int compressedBytes(byte[] data) {
      return through(
          data,
          out -> new BZip2CompressorOutputStream(out, BZip2CompressorOutputStream.MAX_BLOCKSIZE));
    }
  },
  /** Preset 9, of Commons Compress. */
  XZ {
    @Override
    public int compressedBytes(byte[] data) {
      return through(
          data,
          out -> {
            LZMA2Options preset = new LZMA2Options(LZMA2Options.PRESET_MAX);
            // A dictionary that holds all data finds as much, and takes less time to set up.
            preset.setDictSize(Math.max(LZMA2Options.DICT_SIZE_MIN, data.length));
            return XZCompressorOutputStream.builder()
                .setOutputStream(out)
                .setLzma2Options(preset)
                .get();
          });
    }
  },
  /** Level 22, of zstd-jni; in one piece, since for a stream it sets up tables of 600 MB. */
  ZSTD {
    @Override
    public int compressedBytes(byte[] data) {
      return Zstd.compress(data, Zstd.maxCompressionLevel()).length;
    }
  };

  /** The size of {@code data} after compression, with the compressor's own header. */
  public abstract int compressedBytes(byte[] data);

  private static int through(byte[] data, Compression compression) {
    ByteArrayOutputStream compressed = new ByteArrayOutputStream();
    try (OutputStream out = compression.open(compressed)) {
      out.write(data);
    } catch (IOException e) {
      throw new UncheckedIOException("compressing in memory cannot fail", e);
    }
    return compressed.size();
  }

  /** Compresses what is written to it. */
  private interface Compression {
    OutputStream open(OutputStream out) throws IOException;
  }
}
