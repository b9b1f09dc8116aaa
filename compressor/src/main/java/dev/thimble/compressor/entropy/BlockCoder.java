/*
 * Copyright 2026 The Thimble Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.thimble.compressor.entropy;

import dev.thimble.compressor.quantize.IntegerWeightedLayer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Each layer in a block of its own, by the candidate that makes it smallest. */
final class BlockCoder implements WeightCoder {
  private final List<LayerCoder> candidates;

  BlockCoder(List<LayerCoder> candidates) {
    this.candidates = candidates;
  }

  @Override
  public Optional<CodedWeights> tryEncode(List<IntegerWeightedLayer> layers) {
    boolean possible =
        layers.stream()
            .allMatch(layer -> candidates.stream().anyMatch(coder -> coder.canEncode(layer)));
    return possible ? Optional.of(encode(layers)) : Optional.empty();
  }

  @Override
  public CodedWeights encode(List<IntegerWeightedLayer> layers) {
    ByteWriter payload = new ByteWriter();
    List<LayerStatistics> statistics = new ArrayList<>();
    for (IntegerWeightedLayer layer : layers) {
      CodedBlock block = smallest(layer);
      payload.varint(block.codec().id()).varint(block.sizeBytes()).bytes(block.bytes());
      statistics.add(block.statistics());
    }
    return new CodedWeights(payload.toByteArray(), statistics);
  }

  private CodedBlock smallest(IntegerWeightedLayer layer) {
    return candidates.stream()
        .filter(coder -> coder.canEncode(layer))
        .map(coder -> coder.encode(layer))
        .min(Comparator.comparingInt(CodedBlock::sizeBytes))
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "layer " + layer.name() + ": a bias is too large for the code"));
  }
}
