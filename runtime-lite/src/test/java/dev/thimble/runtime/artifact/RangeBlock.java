/*
 * Copyright 2026 The Thimble Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.thimble.runtime.artifact;

import dev.thimble.runtime.internal.range.BinaryCoder;
import dev.thimble.runtime.internal.range.MatrixModel;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/**
 * Codes weight matrices with their biases as a block of codec 2, by the runtime's own model and an
 * arithmetic encoder of its own.
 */
final class RangeBlock extends BinaryCoder {

  private final List<Integer> digits = new ArrayList<>();
  private long low;
  private long high = 0xFFFFFFFFL;
  private MatrixModel before;

  @Override
  public int code(int bit, int one) {
    long middle = low + ((high - low) * one >> 16);
    if (bit == 1) {
      high = middle;
    } else {
      low = middle + 1;
    }
    while (low >> 24 == high >> 24) {
      digits.add((int) (low >> 24));
      low = (low << 8) & 0xFFFFFFFFL;
      high = (high << 8 | 0xFF) & 0xFFFFFFFFL;
    }
    return bit;
  }

  /** Appends a layer whose channels are planes of this height and width. */
  void layer(int[] bias, byte[] weights, int height, int width) {
    int columns = weights.length / bias.length;
    MatrixModel model = new MatrixModel(this, this, bias.length, columns, height, width, before);
    int all = 1 << 24;
    for (int value : bias) {
      all |= value;
    }
    model.biases(bias.clone(), Integer.numberOfTrailingZeros(all));
    TreeSet<Integer> magnitudesAbove = new TreeSet<>();
    TreeSet<Integer> magnitudesBelow = new TreeSet<>();
    for (byte weight : weights) {
      if (weight != 0) {
        (weight > 0 ? magnitudesAbove : magnitudesBelow).add(Math.abs(weight));
      }
    }
    List<Integer> above = new ArrayList<>(magnitudesAbove);
    List<Integer> below = new ArrayList<>(magnitudesBelow);
    byte[] levels = new byte[256];
    for (int i = 0; i < above.size(); i++) {
      levels[1 + i] = above.get(i).byteValue();
    }
    for (int i = 0; i < below.size(); i++) {
      levels[255 - i] = (byte) -below.get(i);
    }
    model.levels(levels, above.size(), 1);
    model.levels(levels, below.size(), -1);
    keep(model, weights, above, below);
    model.counts();
    model.weights(above.size(), below.size());
    before = model;
  }

  private static void keep(
      MatrixModel model, byte[] weights, List<Integer> above, List<Integer> below) {
    model.places = new int[weights.length];
    model.ranks = new byte[weights.length];
    int kept = 0;
    for (int i = 0; i < weights.length; i++) {
      int weight = weights[i];
      if (weight != 0) {
        model.columnUsed[i % model.columns] = true;
        model.places[kept] = i;
        int rank = weight > 0 ? 1 + above.indexOf(weight) : -1 - below.indexOf(-weight);
        model.ranks[kept++] = (byte) rank;
      }
      model.starts[i / model.columns + 1] = kept;
    }
    model.places = java.util.Arrays.copyOf(model.places, kept);
    model.ranks = java.util.Arrays.copyOf(model.ranks, kept);
  }

  /** The block: of all fractions in the interval the one with the fewest digits. */
  byte[] finish() {
    int kept = 0;
    long value = 0;
    for (; kept <= 4; kept++) {
      long unit = 1L << 32 - 8 * kept;
      value = (low + unit - 1) / unit * unit;
      if (value <= high) {
        break;
      }
    }
    for (int i = 0; i < kept; i++) {
      digits.add((int) (value >> 24 - 8 * i) & 0xFF);
    }
    while (!digits.isEmpty() && digits.get(digits.size() - 1) == 0) {
      digits.remove(digits.size() - 1);
    }
    byte[] block = new byte[digits.size()];
    for (int i = 0; i < block.length; i++) {
      block[i] = digits.get(i).byteValue();
    }
    return block;
  }
}
