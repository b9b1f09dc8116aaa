/*
 * Copyright 2026 The Thimble Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.thimble.compressor.entropy;

import dev.thimble.compressor.quantize.IntegerWeightedLayer;
import dev.thimble.runtime.internal.format.Format;
import dev.thimble.runtime.internal.range.BinaryCoder;
import dev.thimble.runtime.internal.range.MatrixModel;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Codec 2: all layers as binary decisions in one arithmetic code, each decision with the
 * probability that the runtime's model gives it.
 */
final class RangeCoder implements WeightCoder {

  @Override
  public Optional<CodedWeights> tryEncode(List<IntegerWeightedLayer> layers) {
    List<RangeLayer> symbols = symbols(layers);
    byte[] block = block(symbols);
    return fits(symbols, block.length) ? Optional.of(weights(symbols, block)) : Optional.empty();
  }

  @Override
  public CodedWeights encode(List<IntegerWeightedLayer> layers) {
    List<RangeLayer> symbols = symbols(layers);
    byte[] block = block(symbols);
    if (!fits(symbols, block.length)) {
      throw new IllegalArgumentException(
          "the range code allows a block of "
              + block.length
              + " bytes at most "
              + Format.rangeWeights(block.length)
              + " weights and "
              + Format.rangeKept(block.length)
              + " kept ones; use Huffman codes");
    }
    return weights(symbols, block);
  }

  private static CodedWeights weights(List<RangeLayer> symbols, byte[] block) {
    ByteWriter payload = new ByteWriter();
    payload.varint(Codec.RANGE.id()).varint(block.length).bytes(block);
    return new CodedWeights(payload.toByteArray(), statistics(symbols, block.length));
  }

  private static List<RangeLayer> symbols(List<IntegerWeightedLayer> layers) {
    return layers.stream().map(RangeLayer::new).toList();
  }

  /** Whether a reader may spend the time that decoding takes. */
  private static boolean fits(List<RangeLayer> symbols, int bytes) {
    return symbols.stream().mapToLong(RangeLayer::weights).sum() <= Format.rangeWeights(bytes)
        && symbols.stream().mapToLong(RangeLayer::kept).sum() <= Format.rangeKept(bytes);
  }

  private static byte[] block(List<RangeLayer> symbols) {
    RangeEncoder encoder = new RangeEncoder();
    code(symbols, encoder);
    return encoder.finish();
  }

  private static void code(List<RangeLayer> symbols, BinaryCoder coder) {
    MatrixModel model = null;
    for (RangeLayer layer : symbols) {
      model = layer.model(coder, coder, model);
      layer.codeBiases(model);
      layer.codeCounts(model);
      layer.codeWeights(model);
    }
  }

  /** What the block of some layers takes, before it is rounded to bytes. */
  static double bits(List<IntegerWeightedLayer> layers) {
    BitCounter counter = new BitCounter();
    code(symbols(layers), counter);
    return counter.take();
  }

  /** Codes once more, counting; the last layer has the bytes that the others' rounding leaves. */
  private static List<LayerStatistics> statistics(List<RangeLayer> symbols, int blockBytes) {
    BitCounter counter = new BitCounter();
    BitCounter valueCounter = new BitCounter();
    List<LayerStatistics> statistics = new ArrayList<>();
    MatrixModel model = null;
    double bits = 0;
    int bytes = 0;
    for (RangeLayer layer : symbols) {
      model = layer.model(counter, valueCounter, model);
      layer.codeBiases(model);
      double biasBits = counter.take();
      layer.codeCounts(model);
      double tableBits = counter.take();
      layer.codeWeights(model);
      double positionBits = counter.take();
      double valueBits = valueCounter.take();
      bits += biasBits + tableBits + positionBits + valueBits;
      boolean last = statistics.size() == symbols.size() - 1;
      int end = last ? blockBytes : Math.min(blockBytes, (int) Math.rint(bits / 8));
      double rounding = 8.0 * (end - bytes) - biasBits - tableBits - positionBits - valueBits;
      statistics.add(
          new StatisticsBuilder(layer.layer(), Codec.RANGE)
              .build(end - bytes, biasBits, tableBits + rounding, positionBits, valueBits));
      bytes = end;
    }
    return statistics;
  }
}
