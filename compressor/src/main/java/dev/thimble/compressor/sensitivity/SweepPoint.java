/*
 * Copyright 2026 The Thimble Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.thimble.compressor.sensitivity;

/**
 * One step of a sweep.
 *
 * @param value the setting: bits, kept share in (0, 1], or values of the codebook
 * @param broken images that the full-precision network has right and this variant wrong
 * @param repaired images the other way round; {@code broken − repaired} is the rise in errors
 */
public record SweepPoint(double value, Measurement measurement, int broken, int repaired) {

  public SweepPoint {
    Checks.finite("a setting", value);
    Checks.present("a measurement", measurement);
    Checks.atLeast("broken images", 0, broken);
    Checks.atLeast("repaired images", 0, repaired);
    Checks.atMost("broken images", measurement.samples(), broken);
    Checks.atMost("repaired images", measurement.samples(), repaired);
  }
}
