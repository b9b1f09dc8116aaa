/*
 * Copyright 2026 The Thimble Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.thimble.compressor.report.tables;

import dev.thimble.compressor.markup.MarkdownTable;
import dev.thimble.compressor.report.Figures;
import dev.thimble.compressor.report.tables.LayerFigures.Coded;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.function.ToLongFunction;

/** What each layer's bytes are spent on. */
final class LayerTable {

  /** What the columns are. */
  static final String EXPLANATION =
      """
      Bits of a kept weight: fixed width → Huffman → range code. Bytes are those of a layer with its biases and
      codebook, but for the entropy, which is that of positions and values if every weight were independent of
      all others. The rate is the bytes of the range code to those of the original's 32-bit floats.
      """;

  private LayerTable() {}

  /** A row for each layer, and one for all layers of a file. */
  static MarkdownTable of(TablesReport report) {
    MarkdownTable table =
        new MarkdownTable(
            "recipe",
            "layer",
            "weights",
            "kept",
            "density",
            "bits a weight",
            "bits an index",
            "Huffman",
            "range code",
            "i.i.d. entropy",
            "rate");
    for (FileRow file : report.examples()) {
      String name = file.recipe();
      for (LayerFigures layer : file.layers()) {
        row(
            table,
            name,
            layer.layer(),
            List.of(layer),
            bits(layer, layer.weightBits(), Coded::weightBits),
            bits(layer, layer.indexBits(), Coded::indexBits));
        name = "";
      }
      row(table, name, "all", file.layers(), "", "");
    }
    return table;
  }

  private static void row(
      MarkdownTable table,
      String recipe,
      String name,
      List<LayerFigures> layers,
      String weightBits,
      String indexBits) {
    long weights = sum(layers, LayerFigures::weights);
    long kept = sum(layers, LayerFigures::kept);
    Long range = bytes(layers, LayerFigures::range);
    double entropy = layers.stream().mapToDouble(LayerFigures::entropyBytes).sum();
    table.row(
        recipe,
        name,
        Figures.count(weights),
        Figures.count(kept),
        Figures.percent((double) kept / weights),
        weightBits,
        indexBits,
        Figures.bytesOrNone(bytes(layers, LayerFigures::huffman)),
        Figures.bytesOrNone(range),
        Figures.bytes(Math.round(entropy)),
        Figures.percentOrNone(
            range == null ? null : (double) range / sum(layers, LayerFigures::fp32Bytes)));
  }

  private static String bits(LayerFigures layer, double fixed, ToDoubleFunction<Coded> coded) {
    return String.format(
        Locale.ROOT,
        "%.1f → %s → %s",
        fixed,
        bits(layer.huffman(), coded),
        bits(layer.range(), coded));
  }

  private static String bits(Coded layer, ToDoubleFunction<Coded> coded) {
    return layer == null ? Figures.NONE : Figures.tenths(coded.applyAsDouble(layer));
  }

  private static long sum(List<LayerFigures> layers, ToLongFunction<LayerFigures> figure) {
    return layers.stream().mapToLong(figure).sum();
  }

  /** All layers' bytes, or null if the coder does not have them all. */
  private static Long bytes(List<LayerFigures> layers, Function<LayerFigures, Coded> coder) {
    List<Coded> coded = layers.stream().map(coder).filter(Objects::nonNull).toList();
    return coded.size() < layers.size() ? null : coded.stream().mapToLong(Coded::bytes).sum();
  }
}
