/*
 * Copyright 2026 The Thimble Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.thimble.compressor.sensitivity.compare;

import dev.thimble.compressor.sensitivity.Interval;
import dev.thimble.compressor.sensitivity.Measurement;
import dev.thimble.compressor.sensitivity.SweepPoint;

/**
 * A figure and how far it may be off.
 *
 * @param interval 95 %; null if nothing is known about it
 */
public record Estimate(double value, Interval interval) {

  public Estimate {
    if (!Double.isFinite(value)) {
      throw new IllegalArgumentException("a figure must be finite, found " + value);
    }
  }

  static Estimate alone(double value) {
    return new Estimate(value, null);
  }

  /** The error of a measurement. */
  static Estimate error(Measurement measurement) {
    return new Estimate(measurement.error(), measurement.errorInterval());
  }

  /**
   * A mean error over draws on the same images. Its interval over the draws says nothing about
   * other images, so Wilson's for the images is added to it, the distances of the ends as squares
   * (Newcombe, "Interval estimation for the difference between independent proportions", 1998).
   *
   * @param draws 95 % interval over the draws
   * @param samples number of images
   */
  static Estimate drawn(double error, Interval draws, int samples) {
    Interval images = Interval.wilson(Math.round(error * samples), samples);
    double below = Math.hypot(distance(error, draws.low()), distance(error, images.low()));
    double above = Math.hypot(distance(draws.high(), error), distance(images.high(), error));
    return new Estimate(
        error, new Interval(Math.max(0, error - below), Math.min(1, error + above)));
  }

  /**
   * How much a change raises the error: the share of images that break less that of those that are
   * repaired, with the interval from both shares' Wilson intervals, as Newcombe combines them.
   */
  static Estimate rise(SweepPoint point) {
    int samples = point.measurement().samples();
    double broken = (double) point.broken() / samples;
    double repaired = (double) point.repaired() / samples;
    Interval breaking = Interval.wilson(point.broken(), samples);
    Interval repairing = Interval.wilson(point.repaired(), samples);
    double rise = broken - repaired;
    double below = Math.hypot(broken - breaking.low(), repairing.high() - repaired);
    double above = Math.hypot(breaking.high() - broken, repaired - repairing.low());
    return new Estimate(rise, new Interval(rise - below, rise + above));
  }

  private static double distance(double higher, double lower) {
    return Math.max(0, higher - lower);
  }
}
