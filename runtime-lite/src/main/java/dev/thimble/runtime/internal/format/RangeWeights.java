/*
 * Copyright 2026 The Thimble Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.thimble.runtime.internal.format;

import dev.thimble.runtime.ModelException;
import dev.thimble.runtime.internal.network.WeightedLayer;
import dev.thimble.runtime.internal.network.Weights;
import dev.thimble.runtime.internal.range.MatrixModel;

/**
 * Codec 2: the biases and weights of one layer and of all that follow, as binary decisions in one
 * arithmetic code ({@code entropy.md}). A decision may cost next to nothing, so what is decoded is
 * bounded by the block's length before it is.
 */
final class RangeWeights {

  private final ByteReader in;
  private final MemoryBudget budget;
  private final RangeDecoder decoder;
  private final long mostWeights;
  private final long mostKept;
  private long weights;
  private long kept;
  private int begin;
  private MatrixModel before;

  /** Begins with the first layer. */
  RangeWeights(ByteReader in, MemoryBudget budget) {
    this.in = in;
    this.budget = budget;
    begin = in.position();
    mostWeights = Format.rangeWeights(in.remaining());
    mostKept = Format.rangeKept(in.remaining());
    decoder = new RangeDecoder(in.file(), begin, in.end());
  }

  CodedWeights next(WeightedLayer layer, String context) throws ModelException {
    in.context(context);
    int rows = layer.rows;
    int columns = layer.columns;
    weights += rows * (long) columns;
    require(weights <= mostWeights, "weights until here", mostWeights);
    budget.charge(64L * columns + 36L * rows + MatrixModel.BYTES);
    MatrixModel model =
        new MatrixModel(
            decoder,
            decoder,
            rows,
            columns,
            layer.vertical.kernel,
            layer.horizontal.kernel,
            before);
    int[] bias = new int[rows];
    require(model.biases(bias, 0), "bits of a bias", 32);
    int biasEnd = decoder.position();
    byte[] levels = new byte[256];
    int positives = model.levels(levels, 0, 1);
    int negatives = model.levels(levels, 0, -1);
    require(positives >= 0 && negatives >= 0, "level", Format.MAX_WEIGHT);
    require(model.counts(), "kept weights of a row", columns);
    kept += model.starts[rows];
    require(kept <= mostKept, "kept weights until here", mostKept);
    int tablesEnd = decoder.position();
    budget.charge(16L * model.starts[rows] + model.fieldBytes());
    model.weights(positives, negatives);
    before = model;
    byte[] values = model.ranks;
    for (int i = 0; i < values.length; i++) {
      int rank = values[i];
      require(rank <= positives && -rank <= negatives, "rank of a weight", positives);
      values[i] = levels[rank & 0xFF];
    }
    int start = begin;
    begin = decoder.position();
    return new CodedWeights(
        Weights.some(rows, columns, bias, values, model.places, false),
        Format.CODEC_RANGE,
        positives + negatives,
        begin - start,
        8L * (biasEnd - start),
        0,
        8L * (begin - tablesEnd));
  }

  /** Refuses what a writer does not write. */
  void requireEnd() throws ModelException {
    if (!decoder.isAtEnd()) {
      throw in.corrupt(in.end(), "the end", "that of the range code", "another");
    }
  }

  private void require(boolean possible, String what, long limit) throws ModelException {
    if (!possible) {
      throw in.corrupt(decoder.position(), what, "at most " + limit, "something else");
    }
  }
}
