/*
 * Copyright 2026 The Thimble Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.thimble.compressor.entropy;

/** The ways in which a file can hold a layer's weights. */
public enum Codec {
  /** One byte a weight. */
  RAW(0),
  /** Canonical Huffman codes over gaps and codebook indices. */
  HUFFMAN(1);

  private final int id;

  Codec(int id) {
    this.id = id;
  }

  /** The number that stands for it in a file. */
  public int id() {
    return id;
  }

  /** The encoder. */
  public LayerCoder coder() {
    return switch (this) {
      case RAW -> new RawCoder();
      case HUFFMAN -> new HuffmanCoder();
    };
  }
}
