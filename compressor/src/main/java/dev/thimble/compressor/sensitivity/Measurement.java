/*
 * Copyright 2026 The Thimble Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.thimble.compressor.sensitivity;

/**
 * What one variant of a network makes of the report's validation images.
 *
 * @param samples number of images, at least 1
 * @param errors how many of them are classified wrong
 * @param error {@code errors / samples}, in [0, 1]
 * @param errorInterval Wilson's 95 % interval of the error
 * @param loss mean cross entropy an image, in nats, at least 0
 * @param lossInterval 95 % interval of the mean loss, by its standard error
 */
public record Measurement(
    int samples,
    int errors,
    double error,
    Interval errorInterval,
    double loss,
    Interval lossInterval) {

  public Measurement {
    Checks.atLeast("samples", 1, samples);
    Checks.share("an error", error);
    Checks.notNegative("a loss", loss);
    Checks.present("an error's interval", errorInterval);
    Checks.present("a loss's interval", lossInterval);
    if (errors < 0 || errors > samples) {
      throw new IllegalArgumentException("errors must be in [0, " + samples + "], found " + errors);
    }
  }

  /**
   * Of counts and sums.
   *
   * @param loss mean loss an image
   * @param lossDeviation standard deviation of an image's loss
   */
  public static Measurement of(int samples, int errors, double loss, double lossDeviation) {
    return new Measurement(
        samples,
        errors,
        (double) errors / samples,
        Interval.wilson(errors, samples),
        loss,
        Interval.normal(loss, lossDeviation / Math.sqrt(samples)));
  }
}
