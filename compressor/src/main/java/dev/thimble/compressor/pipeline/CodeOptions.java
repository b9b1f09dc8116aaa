/*
 * Copyright 2026 The Thimble Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.thimble.compressor.pipeline;

/**
 * How the file is coded.
 *
 * @param coder the entropy coder
 */
public record CodeOptions(Coder coder) {

  /** Entropy coders of a file. */
  public enum Coder {
    /** Canonical Huffman codes over gaps and codebook indices. */
    HUFFMAN
  }

  public CodeOptions {
    if (coder == null) {
      throw new IllegalArgumentException("a coder is needed");
    }
  }
}
