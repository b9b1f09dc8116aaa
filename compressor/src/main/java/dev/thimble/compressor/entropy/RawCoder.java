/*
 * Copyright 2026 The Thimble Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.thimble.compressor.entropy;

import dev.thimble.compressor.quantize.IntegerWeightedLayer;

/** Codec 0: biases as varints, then one byte a weight. */
final class RawCoder implements LayerCoder {

  @Override
  public boolean canEncode(IntegerWeightedLayer layer) {
    return true;
  }

  @Override
  public CodedBlock encode(IntegerWeightedLayer layer) {
    ByteWriter block = new ByteWriter();
    for (int bias : layer.biases()) {
      block.svarint(bias);
    }
    long biasBits = 8L * block.size();
    block.bytes(layer.weights().levels());
    long valueBits = 8L * layer.weights().size();
    StatisticsBuilder statistics = new StatisticsBuilder(layer, Codec.RAW);
    return new CodedBlock(
        Codec.RAW, block.toByteArray(), statistics.build(block.size(), biasBits, 0, 0, valueBits));
  }
}
