/*
 * Copyright 2026 The Thimble Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.thimble.compressor.sensitivity;

import java.util.List;
import java.util.OptionalDouble;

/**
 * Error under random weight noise: each output channel's weights w become {@code w + σ · |w| · g /
 * |g|} with standard normal g (filter-normalised), so that σ is the noise's size relative to the
 * channel's own.
 *
 * @param network noise on all layers
 * @param layers noise on one layer
 */
public record NoiseTolerance(List<NoisePoint> network, List<LayerNoise> layers) {

  public NoiseTolerance {
    network = Checks.list("network", network);
    layers = Checks.list("layers", layers);
  }

  /** The largest noise on all layers, no smaller one failing, whose error is within the limit. */
  public OptionalDouble tolerated(double limit) {
    return network.stream()
        .takeWhile(point -> point.error() <= limit)
        .mapToDouble(NoisePoint::size)
        .reduce((smaller, size) -> size);
  }

  /**
   * One layer's noise.
   *
   * @param layer its name
   */
  public record LayerNoise(String layer, List<NoisePoint> points) {

    public LayerNoise {
      Checks.named("a layer", layer);
      points = Checks.list("points", points);
    }
  }

  /**
   * One size of noise over several seeds.
   *
   * @param size σ, at least 0
   * @param seeds number of draws
   * @param error mean error over the draws, in [0, 1]
   * @param errorInterval 95 % interval of that mean, by the standard error over the draws
   * @param worstError the largest error of a draw
   * @param loss mean loss over the draws, in nats
   * @param worstLoss the largest loss of a draw
   */
  public record NoisePoint(
      double size,
      int seeds,
      double error,
      Interval errorInterval,
      double worstError,
      double loss,
      double worstLoss) {

    public NoisePoint {
      Checks.notNegative("a noise's size", size);
      Checks.atLeast("seeds", 1, seeds);
      Checks.share("an error", error);
      Checks.present("an error's interval", errorInterval);
      Checks.share("an error", worstError);
      Checks.notNegative("a loss", loss);
      Checks.notNegative("a loss", worstLoss);
    }
  }
}
