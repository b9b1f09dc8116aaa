/*
 * Copyright 2026 The Thimble Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.thimble.compressor.entropy;

/** A layer's bytes in a file, and what they were spent on. */
public final class CodedBlock {
  private final Codec codec;
  private final byte[] bytes;
  private final LayerStatistics statistics;

  CodedBlock(Codec codec, byte[] bytes, LayerStatistics statistics) {
    this.codec = codec;
    this.bytes = bytes;
    this.statistics = statistics;
  }

  public Codec codec() {
    return codec;
  }

  public int sizeBytes() {
    return bytes.length;
  }

  /** The block; a fresh array. */
  public byte[] bytes() {
    return bytes.clone();
  }

  public LayerStatistics statistics() {
    return statistics;
  }
}
