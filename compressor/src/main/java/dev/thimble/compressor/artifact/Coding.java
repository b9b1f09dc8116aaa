/*
 * Copyright 2026 The Thimble Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.thimble.compressor.artifact;

import dev.thimble.compressor.entropy.CodedWeights;
import dev.thimble.compressor.entropy.WeightCoder;
import dev.thimble.compressor.quantize.IntegerWeightedLayer;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** How a file's weights are to be coded. */
public enum Coding {
  /** One byte a weight. */
  RAW(WeightCoder.raw()),
  /** Canonical Huffman. */
  HUFFMAN(WeightCoder.huffman()),
  /** Context-modelled range coding. */
  RANGE(WeightCoder.range()),
  /** Whatever is smallest. */
  AUTO(WeightCoder.range(), WeightCoder.huffmanOrRaw());

  private final List<WeightCoder> candidates;

  Coding(WeightCoder... candidates) {
    this.candidates = List.of(candidates);
  }

  /**
   * The smallest of the candidates' results, the first one among equals.
   *
   * @throws IllegalArgumentException if no candidate can express the layers
   */
  public CodedWeights encode(List<IntegerWeightedLayer> layers) {
    if (candidates.size() == 1) {
      return candidates.get(0).encode(layers);
    }
    return candidates.stream()
        .map(coder -> coder.tryEncode(layers))
        .flatMap(Optional::stream)
        .min(Comparator.comparingInt(CodedWeights::sizeBytes))
        .orElseThrow();
  }
}
