/*
 * Copyright 2026 The Thimble Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.thimble.runtime.internal.format;

import dev.thimble.runtime.ModelException;
import dev.thimble.runtime.internal.network.Requantizer;

/** Reads {@code quant}: what happens to a weighted layer's accumulators. */
final class RequantizerReader {

  private static final int BYTE = Format.MAX_ACTIVATION;

  private RequantizerReader() {}

  /** Reads the quant of a hidden layer. */
  static Requantizer hidden(ByteReader in, int channels, MemoryBudget budget)
      throws ModelException {
    int activation = in.varint("activation", 0, Format.ACTIVATION_LEAKY_RELU);
    int zero = in.u8("zero point");
    int upper = activation == Format.ACTIVATION_RELU6 ? in.u8("upper bound", zero + 1, BYTE) : BYTE;
    int granularity =
        in.varint("granularity", Format.GRANULARITY_LAYER, Format.GRANULARITY_CHANNEL);
    int count = granularity == Format.GRANULARITY_LAYER ? 1 : channels;
    int shift = in.varint("shift", 0, Format.MAX_SHIFT);
    int[] multipliers = multipliers(in, "multiplier", count, budget);
    int[] negatives = null;
    if (activation == Format.ACTIVATION_LEAKY_RELU) {
      negatives = multipliers(in, "negative multiplier", count, budget);
    }
    boolean floor = activation == Format.ACTIVATION_RELU || activation == Format.ACTIVATION_RELU6;
    return Requantizer.hidden(multipliers, negatives, shift, zero, floor ? zero : 0, upper);
  }

  /** Reads the quant of a last layer, whose outputs are scores. */
  static Requantizer scores(ByteReader in, int channels, MemoryBudget budget)
      throws ModelException {
    int start = in.position();
    int granularity = in.varint("granularity");
    if (granularity == Format.GRANULARITY_NONE) {
      return Requantizer.plainScores();
    }
    if (granularity != Format.GRANULARITY_CHANNEL) {
      throw in.corrupt(start, "granularity of scores", "0 or 2", granularity);
    }
    int shift = in.varint("shift", 0, Format.MAX_SHIFT);
    return Requantizer.scaledScores(multipliers(in, "multiplier", channels, budget), shift);
  }

  private static int[] multipliers(ByteReader in, String what, int count, MemoryBudget budget)
      throws ModelException {
    in.require(count, what);
    budget.array(count, 4);
    int[] multipliers = new int[count];
    for (int i = 0; i < count; i++) {
      multipliers[i] = in.varint(what);
    }
    return multipliers;
  }
}
