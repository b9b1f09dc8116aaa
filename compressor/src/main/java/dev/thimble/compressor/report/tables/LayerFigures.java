/*
 * Copyright 2026 The Thimble Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.thimble.compressor.report.tables;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.thimble.compressor.entropy.LayerStatistics;
import dev.thimble.compressor.entropy.WeightCoder;
import dev.thimble.compressor.network.Network;
import dev.thimble.compressor.network.WeightedLayer;
import dev.thimble.compressor.quantize.IntegerWeightedLayer;
import java.util.ArrayList;
import java.util.List;

/**
 * What became of a layer, in the manner of Han et al., "Deep Compression" (2016), Tables 2 and 3.
 *
 * @param layer its name
 * @param weights weights of the original layer
 * @param fp32Bytes the original layer's weights and biases as 32-bit floats
 * @param kept weights that are not pruned
 * @param values different values among them
 * @param weightBits bits of a kept weight's value before entropy coding: an index of fixed width
 * @param indexBits bits of a kept weight's position before it: gaps of the best fixed width
 * @param huffman after the Huffman code; null if a layer is beyond it
 * @param range after the range code; null if the network is beyond it
 * @param entropyBytes entropy of positions and values if each weight is independent of the others;
 *     without codebook and biases
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record LayerFigures(
    String layer,
    int weights,
    int fp32Bytes,
    int kept,
    int values,
    double weightBits,
    double indexBits,
    Coded huffman,
    Coded range,
    double entropyBytes) {

  /**
   * What an entropy coder makes of a layer.
   *
   * @param weightBits bits of a kept weight's value
   * @param indexBits bits of a kept weight's position
   * @param bytes all of the layer, with codebook and biases
   */
  public record Coded(double weightBits, double indexBits, int bytes) {

    private static Coded of(LayerStatistics layer) {
      return new Coded(layer.valueBitsAfter(), layer.positionBitsAfter(), layer.blockBytes());
    }
  }

  /**
   * All weighted layers in order.
   *
   * @param original the network before compression
   * @param layers what the file has of it
   */
  static List<LayerFigures> of(Network original, List<IntegerWeightedLayer> layers) {
    List<LayerStatistics> raw = WeightCoder.raw().encode(layers).layers();
    List<LayerStatistics> huffman = WeightCoder.huffman().statistics(layers);
    List<LayerStatistics> range = WeightCoder.range().statistics(layers);
    List<LayerFigures> rows = new ArrayList<>();
    for (int i = 0; i < raw.size(); i++) {
      LayerStatistics layer = raw.get(i);
      WeightedLayer before = (WeightedLayer) original.layer(layer.name());
      int weights = before.weights().size();
      rows.add(
          new LayerFigures(
              layer.name(),
              weights,
              Float.BYTES * (weights + before.rows()),
              layer.kept(),
              layer.codebookSize(),
              layer.valueBitsBefore(),
              layer.positionBitsBefore(),
              huffman.isEmpty() ? null : Coded.of(huffman.get(i)),
              range.isEmpty() ? null : Coded.of(range.get(i)),
              layer.entropyBytes()));
    }
    return List.copyOf(rows);
  }
}
