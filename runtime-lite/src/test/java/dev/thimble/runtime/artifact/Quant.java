/*
 * Copyright 2026 The Thimble Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.thimble.runtime.artifact;

/**
 * What happens to accumulators: {@code activation} as in the format, or -1 for scores (then no
 * multipliers: plain ones).
 */
public record Quant(
    int activation, int zero, int upper, int shift, int[] multipliers, int[] negatives) {

  private static final int SCORES = -1;

  public static Quant plainScores() {
    return new Quant(SCORES, 0, 0, 0, new int[0], null);
  }

  public static Quant scores(int shift, int... multipliers) {
    return new Quant(SCORES, 0, 0, shift, multipliers, null);
  }

  public static Quant relu(int zero, int shift, int... multipliers) {
    return new Quant(1, zero, 255, shift, multipliers, null);
  }

  void write(ByteSink out, int channels) {
    if (activation == SCORES && multipliers.length == 0) {
      out.varint(0);
      return;
    }
    if (activation != SCORES) {
      out.varint(activation).u8(zero);
      if (activation == 2) {
        out.u8(upper);
      }
    }
    out.varint(multipliers.length == channels && (channels > 1 || activation == SCORES) ? 2 : 1)
        .varint(shift);
    out.varints(multipliers);
    if (activation == 3) {
      out.varints(negatives);
    }
  }

  /** The output by the text of quantization.md. */
  int apply(int channel, long accumulator) {
    if (activation == SCORES && multipliers.length == 0) {
      return Math.toIntExact(accumulator);
    }
    int[] side = activation == 3 && accumulator < 0 ? negatives : multipliers;
    long rounded = accumulator * side[side.length == 1 ? 0 : channel];
    if (shift > 0) {
      rounded = Math.floorDiv(rounded + (1L << shift - 1), 1L << shift);
    }
    if (activation == SCORES) {
      return Math.toIntExact(rounded);
    }
    long lower = activation == 1 || activation == 2 ? zero : 0;
    return (int) Math.max(lower, Math.min(activation == 2 ? upper : 255, zero + rounded));
  }
}
