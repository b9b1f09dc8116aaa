/*
 * Copyright 2026 The Thimble Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.thimble.compressor.entropy;

/** A layer's bytes in a file, and what they were spent on. */
final class CodedBlock {
  private final Codec codec;
  private final byte[] bytes;
  private final LayerStatistics statistics;

  CodedBlock(Codec codec, byte[] bytes, LayerStatistics statistics) {
    this.codec = codec;
    this.bytes = bytes;
    this.statistics = statistics;
  }

  Codec codec() {
    return codec;
  }

  int sizeBytes() {
    return bytes.length;
  }

  /** The block; a fresh array. */
  byte[] bytes() {
    return bytes.clone();
  }

  LayerStatistics statistics() {
    return statistics;
  }
}
