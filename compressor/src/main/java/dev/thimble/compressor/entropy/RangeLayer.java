/*
 * Copyright 2026 The Thimble Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.thimble.compressor.entropy;

import dev.thimble.compressor.network.Shape;
import dev.thimble.compressor.network.Window;
import dev.thimble.compressor.quantize.IntegerWeightedLayer;
import dev.thimble.runtime.internal.range.BinaryCoder;
import dev.thimble.runtime.internal.range.MatrixModel;

/** A layer in the form in which the model of codec 2 takes it. */
final class RangeLayer {
  private static final int LEVELS = 256;

  private final IntegerWeightedLayer layer;
  private final LayerSymbols symbols;
  private final byte[] levels = new byte[LEVELS]; // of each rank modulo 256
  private final byte[] ranks = new byte[LEVELS]; // of each level modulo 256
  private final int levelsAbove;
  private final int levelsBelow;
  private final int kept;

  RangeLayer(IntegerWeightedLayer layer) {
    this.layer = layer;
    this.symbols = new LayerSymbols(layer.weights());
    Histogram histogram = symbols.levelHistogram(false);
    kept = (int) histogram.total();
    levelsAbove = rank(histogram, 1);
    levelsBelow = rank(histogram, -1);
  }

  private int rank(Histogram histogram, int sign) {
    int rank = 0;
    for (int magnitude = 1; magnitude <= Byte.MAX_VALUE; magnitude++) {
      int level = sign * magnitude;
      if (histogram.count(level - Byte.MIN_VALUE) > 0) {
        rank++;
        levels[sign * rank & 0xFF] = (byte) level;
        ranks[level & 0xFF] = (byte) (sign * rank);
      }
    }
    return rank;
  }

  IntegerWeightedLayer layer() {
    return layer;
  }

  long weights() {
    return symbols.size();
  }

  long kept() {
    return kept;
  }

  /** Begins the layer: everything that comes before its weights. */
  MatrixModel model(BinaryCoder coder, BinaryCoder valueCoder, MatrixModel before) {
    Shape input = layer.input();
    return new MatrixModel(
        coder,
        valueCoder,
        symbols.rows,
        symbols.columns,
        layer.window().map(Window::kernelHeight).orElse(input.height()),
        layer.window().map(Window::kernelWidth).orElse(input.width()),
        before);
  }

  void codeBiases(MatrixModel model) {
    model.biases(layer.biases(), BiasCode.commonZeros(layer.biases()));
  }

  void codeCounts(MatrixModel model) {
    model.levels(levels, levelsAbove, 1);
    model.levels(levels, levelsBelow, -1);
    model.places = new int[kept];
    model.ranks = new byte[kept];
    int next = 0;
    for (int row = 0; row < symbols.rows; row++) {
      for (int column = 0; column < symbols.columns; column++) {
        int level = symbols.level(row, column);
        if (level != 0) {
          model.columnUsed[column] = true;
          model.places[next] = row * symbols.columns + column;
          model.ranks[next++] = ranks[level & 0xFF];
        }
      }
      model.starts[row + 1] = next;
    }
    model.counts();
  }

  void codeWeights(MatrixModel model) {
    model.weights(levelsAbove, levelsBelow);
  }
}
