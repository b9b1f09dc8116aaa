/*
 * Copyright 2026 The Thimble Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.thimble.compressor.entropy;

import dev.thimble.compressor.quantize.IntegerWeightedLayer;

/** Codec 1: canonical Huffman over gap-coded positions and codebook indices. */
final class HuffmanCoder implements LayerCoder {

  @Override
  public boolean canEncode(IntegerWeightedLayer layer) {
    return new BiasCode(layer.biases()).isPossible();
  }

  @Override
  public CodedBlock encode(IntegerWeightedLayer layer) {
    LayerSymbols symbols = new LayerSymbols(layer.weights());
    BiasCode biases = new BiasCode(layer.biases());
    ByteWriter block = new ByteWriter();
    BitWriter bits = new BitWriter();
    if (symbols.levelHistogram(false).total() == 0) {
      block.varint(0).varint(biases.shift()).varint(biases.parameter());
      biases.write(bits);
      return finish(layer, block, bits, biases, 0, 0);
    }
    HuffmanPlan plan = HuffmanPlan.cheapest(symbols);
    block.varint(plan.kept).varint(biases.shift()).varint(biases.parameter());
    block.varint(plan.layout).varint(plan.codebook.length - 1).bytes(plan.codebook);
    if (plan.layout != 0) {
      block.varint(plan.maxGap);
    }
    biases.write(bits);
    plan.writeTables(bits);
    plan.writeWeights(bits);
    return finish(layer, block, bits, biases, plan.gapBits, plan.indexBits);
  }

  private static CodedBlock finish(
      IntegerWeightedLayer layer,
      ByteWriter block,
      BitWriter bits,
      BiasCode biases,
      long positionBits,
      long valueBits) {
    block.bytes(bits.toByteArray());
    long tableBits = 8L * block.size() - biases.bits() - positionBits - valueBits;
    LayerStatistics statistics =
        new StatisticsBuilder(layer, Codec.HUFFMAN)
            .build(block.size(), biases.bits(), tableBits, positionBits, valueBits);
    return new CodedBlock(Codec.HUFFMAN, block.toByteArray(), statistics);
  }
}
