/*
 * Copyright 2026 The Thimble Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.thimble.compressor.sensitivity;

import java.util.List;
import java.util.OptionalDouble;

/**
 * Error after bits of the decoded int8 weights have flipped, through {@code runtime-lite}. A weight
 * is a byte in two's complement; bit 7 is its sign. A flip that makes −128, which the runtime does
 * not have, makes −127.
 *
 * @param before without faults
 * @param network flips in all layers, over the rates
 * @param layers flips in one layer, over the rates
 * @param bits flips of one bit position in all layers, over the rates
 */
public record MemoryFaults(
    Measurement before, List<FaultPoint> network, List<LayerFaults> layers, List<BitFaults> bits) {

  public MemoryFaults {
    Checks.present("a measurement without faults", before);
    network = Checks.list("network", network);
    layers = Checks.list("layers", layers);
    bits = Checks.list("bits", bits);
  }

  /** The largest of these rates, no smaller one failing, whose error is within the limit. */
  public static OptionalDouble tolerated(List<FaultPoint> points, double limit) {
    return points.stream()
        .takeWhile(point -> point.error() <= limit)
        .mapToDouble(FaultPoint::rate)
        .reduce((smaller, rate) -> rate);
  }

  /**
   * One layer's faults.
   *
   * @param layer its name
   */
  public record LayerFaults(String layer, List<FaultPoint> points) {

    public LayerFaults {
      Checks.named("a layer", layer);
      points = Checks.list("points", points);
    }
  }

  /**
   * One bit position's faults.
   *
   * @param bit 0 (least significant) … 7 (sign)
   */
  public record BitFaults(int bit, List<FaultPoint> points) {

    public BitFaults {
      if (bit < 0 || bit > 7) {
        throw new IllegalArgumentException("a bit must be 0 to 7, found " + bit);
      }
      points = Checks.list("points", points);
    }
  }

  /**
   * One rate over several seeds.
   *
   * @param rate probability of each bit in question to flip
   * @param seeds number of draws
   * @param flips mean number of flipped bits a draw
   * @param error mean error over the draws, in [0, 1]
   * @param errorInterval 95 % interval of that mean, by the standard error over the draws
   * @param worstError the largest error of a draw
   */
  public record FaultPoint(
      double rate,
      int seeds,
      double flips,
      double error,
      Interval errorInterval,
      double worstError) {

    public FaultPoint {
      Checks.share("a rate", rate);
      Checks.atLeast("seeds", 1, seeds);
      Checks.notNegative("flips", flips);
      Checks.share("an error", error);
      Checks.present("an error's interval", errorInterval);
      Checks.share("an error", worstError);
    }
  }
}
