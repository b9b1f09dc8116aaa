/*
 * Copyright 2026 The Thimble Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.thimble.compressor.entropy;

import dev.thimble.runtime.internal.format.Format;

/** The ways in which a file can hold a layer's weights. */
public enum Codec {
  /** One byte a weight. */
  RAW(Format.CODEC_RAW),
  /** Canonical Huffman codes over gaps and codebook indices. */
  HUFFMAN(Format.CODEC_HUFFMAN),
  /** Context-modelled range coding. */
  RANGE(Format.CODEC_RANGE);

  private final int id;

  Codec(int id) {
    this.id = id;
  }

  /** The number that stands for it in a file. */
  public int id() {
    return id;
  }
}
