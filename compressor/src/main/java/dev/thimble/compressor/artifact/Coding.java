/*
 * Copyright 2026 The Thimble Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.thimble.compressor.artifact;

import dev.thimble.compressor.entropy.Codec;
import dev.thimble.compressor.entropy.CodedBlock;
import dev.thimble.compressor.quantize.IntegerWeightedLayer;
import java.util.Comparator;
import java.util.List;

/** How a file's weights are to be coded. */
public enum Coding {
  /** One byte a weight. */
  RAW(Codec.RAW),
  /** Canonical Huffman. */
  HUFFMAN(Codec.HUFFMAN),
  /** For each layer whatever is smallest. */
  AUTO(Codec.HUFFMAN, Codec.RAW);

  private final List<Codec> candidates;

  Coding(Codec... candidates) {
    this.candidates = List.of(candidates);
  }

  /** The smallest block that a candidate makes, the first one among equals. */
  CodedBlock encode(IntegerWeightedLayer layer) {
    return candidates.stream()
        .map(codec -> codec.coder().encode(layer))
        .min(Comparator.comparingInt(CodedBlock::sizeBytes))
        .orElseThrow();
  }
}
