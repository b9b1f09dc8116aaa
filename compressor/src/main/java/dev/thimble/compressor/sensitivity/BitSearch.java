/*
 * Copyright 2026 The Thimble Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.thimble.compressor.sensitivity;

import java.util.List;

/**
 * The most harmful bit flips in the int8 weights, found one after the other by the gradient (Rakin
 * et al., "Bit-Flip Attack", 2019).
 *
 * @param samples training images of the gradient and the loss
 * @param flips in order
 * @param thresholds how many flips it takes to errors of 10, 50 and 90 %
 */
public record BitSearch(int samples, List<Flip> flips, List<Threshold> thresholds) {

  public BitSearch {
    Checks.atLeast("samples", 1, samples);
    flips = Checks.list("flips", flips);
    thresholds = Checks.list("thresholds", thresholds);
  }

  /**
   * One flip.
   *
   * @param layer the layer's name
   * @param row output channel
   * @param column weight of that channel
   * @param bit 0 (least significant) … 7 (sign)
   * @param levelBefore the weight's level before, −127 … 127
   * @param levelAfter and after
   * @param loss loss on the search's images with all flips so far, in nats
   * @param error error on the report's validation images with all flips so far, in [0, 1]
   */
  public record Flip(
      String layer,
      int row,
      int column,
      int bit,
      int levelBefore,
      int levelAfter,
      double loss,
      double error) {

    public Flip {
      Checks.named("a layer", layer);
      Checks.notNegative("a loss", loss);
      Checks.share("an error", error);
    }
  }

  /**
   * How long an error takes.
   *
   * @param error in [0, 1]
   * @param flips fewest flips of the search that reach it; null if the search ended before
   */
  public record Threshold(double error, Integer flips) {

    public Threshold {
      Checks.share("an error", error);
    }
  }
}
