/*
 * Copyright 2026 The Thimble Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.thimble.compressor.report;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.thimble.compressor.entropy.LayerStatistics;
import dev.thimble.compressor.entropy.WeightCoder;
import dev.thimble.compressor.quantize.IntegerWeightedLayer;
import java.util.ArrayList;
import java.util.List;

/**
 * What each entropy coder makes of a layer, whichever the file has.
 *
 * @param layer its name
 * @param rawBytes one byte a weight, and the biases
 * @param huffmanBytes gaps and codebook indices in Huffman codes, with codebook and biases; null if
 *     a layer is beyond the code
 * @param rangeBytes the layer's share of the range code, with codebook and biases; null if the
 *     network is beyond the code
 * @param entropyBytes entropy of positions and values if each weight is independent of the others;
 *     without codebook and biases
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record CoderRow(
    String layer, int rawBytes, Integer huffmanBytes, Integer rangeBytes, double entropyBytes) {

  /** All weighted layers of a network in order. */
  public static List<CoderRow> of(List<IntegerWeightedLayer> layers) {
    List<LayerStatistics> raw = WeightCoder.raw().encode(layers).layers();
    List<LayerStatistics> huffman = WeightCoder.huffman().statistics(layers);
    List<LayerStatistics> range = WeightCoder.range().statistics(layers);
    List<CoderRow> rows = new ArrayList<>();
    for (int i = 0; i < raw.size(); i++) {
      LayerStatistics layer = raw.get(i);
      rows.add(
          new CoderRow(
              layer.name(),
              layer.blockBytes(),
              huffman.isEmpty() ? null : huffman.get(i).blockBytes(),
              range.isEmpty() ? null : range.get(i).blockBytes(),
              layer.entropyBytes()));
    }
    return rows;
  }
}
