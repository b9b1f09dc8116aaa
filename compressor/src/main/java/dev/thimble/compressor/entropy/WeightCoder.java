/*
 * Copyright 2026 The Thimble Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.thimble.compressor.entropy;

import dev.thimble.compressor.quantize.IntegerWeightedLayer;
import java.util.List;
import java.util.Optional;

/**
 * Writes the weights and biases of all layers of a network as section W of a file. The same layers
 * give the same bytes.
 */
public interface WeightCoder {

  /** One byte a weight. */
  static WeightCoder raw() {
    return new BlockCoder(List.of(new RawCoder()));
  }

  /** Canonical Huffman codes over gaps and codebook indices. */
  static WeightCoder huffman() {
    return new BlockCoder(List.of(new HuffmanCoder()));
  }

  /** Huffman codes, or one byte a weight for layers where that is smaller. */
  static WeightCoder huffmanOrRaw() {
    return new BlockCoder(List.of(new HuffmanCoder(), new RawCoder()));
  }

  /** Context-modelled range coding. */
  static WeightCoder range() {
    return new RangeCoder();
  }

  /** Bits that the block of {@link #range} takes for these layers, with fractions. */
  static double rangeBits(List<IntegerWeightedLayer> layers) {
    return RangeCoder.bits(layers);
  }

  /** Codes layers; empty if one is not within the limits of this way to code. */
  Optional<CodedWeights> tryEncode(List<IntegerWeightedLayer> layers);

  /** What coding makes of each layer; empty if one is not within the limits. */
  default List<LayerStatistics> statistics(List<IntegerWeightedLayer> layers) {
    return tryEncode(layers).map(CodedWeights::layers).orElse(List.of());
  }

  /**
   * Codes layers.
   *
   * @throws IllegalArgumentException if a layer is not within the limits
   */
  CodedWeights encode(List<IntegerWeightedLayer> layers);
}
