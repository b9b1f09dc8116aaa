/*
 * Copyright 2026 The Thimble Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.thimble.compressor.entropy;

import dev.thimble.runtime.internal.range.BinaryCoder;

/** Adds up what decisions cost: −log2 of their probabilities. */
final class BitCounter extends BinaryCoder {
  private static final double LN_2 = Math.log(2);

  private double bits;

  @Override
  public int code(int bit, int one) {
    bits -= Math.log((bit == 1 ? one : 65536 - one) / 65536.0) / LN_2;
    return bit;
  }

  /** Bits since the last call. */
  double take() {
    double taken = bits;
    bits = 0;
    return taken;
  }
}
