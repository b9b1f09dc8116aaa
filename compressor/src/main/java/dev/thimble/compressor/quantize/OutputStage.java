/*
 * Copyright 2026 The Thimble Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.thimble.compressor.quantize;

import dev.thimble.compressor.network.Activation;
import java.util.Optional;

/** What becomes of a weighted layer's 32-bit accumulators. */
public sealed interface OutputStage {

  /** The layer's result for an accumulator of output channel {@code row}. */
  int apply(int accumulator, int row);

  /** A hidden layer: to the next layer's 8-bit grid, then the activation. */
  record Requantize(Activation activation, int zeroPoint, Multipliers multipliers)
      implements OutputStage {

    public Requantize {
      if (zeroPoint < 0 || zeroPoint > 255) {
        throw new IllegalArgumentException(
            "a zero point must lie in 0 ... 255, found " + zeroPoint);
      }
    }

    @Override
    public int apply(int accumulator, int row) {
      long value = zeroPoint + multipliers.scale(accumulator, row);
      int low =
          switch (activation) {
            case IDENTITY -> 0;
            case RELU -> zeroPoint;
          };
      return (int) Math.max(low, Math.min(255, value));
    }
  }

  /**
   * The last layer: scores of one common scale.
   *
   * @param multipliers only if the layer's channels have scales of their own
   */
  record Scores(Optional<Multipliers> multipliers) implements OutputStage {

    @Override
    public int apply(int accumulator, int row) {
      if (multipliers.isEmpty()) {
        return accumulator;
      }
      return (int) multipliers.get().scale(accumulator, row);
    }
  }
}
