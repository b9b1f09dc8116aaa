/*
 * Copyright 2026 The Thimble Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.thimble.compressor.search;

import dev.thimble.compressor.sensitivity.Interval;

/**
 * A compression that a search has measured.
 *
 * @param number counted from 1
 * @param parent number of the trial whose retrained network it went on from, less than its own; 0
 *     for the original network
 * @param density kept share of the weights that it was asked for, in (0, 1]
 * @param fileBytes size of its file
 * @param images validation images
 * @param errors how many of them are classified wrong
 * @param seconds time that it took
 */
public record Trial(
    int number, int parent, double density, int fileBytes, int images, int errors, double seconds) {

  public Trial {
    if (number < 1 || parent < 0 || parent >= number) {
      throw new IllegalArgumentException(
          "a trial's parent comes before it, found trial " + number + " of parent " + parent);
    }
    if (!(density > 0 && density <= 1)) {
      throw new IllegalArgumentException(
          "a trial's density must be above 0 and at most 1, found " + density);
    }
    if (fileBytes < 1 || images < 1 || errors < 0 || errors > images || !(seconds >= 0)) {
      throw new IllegalArgumentException(
          "trial " + number + ": expected a size, errors of images, and a time");
    }
  }

  /** Share of wrongly classified validation images, in [0, 1]. */
  public double error() {
    return (double) errors / images;
  }

  /** 95 % confidence interval of the error. */
  public Interval errorInterval() {
    return Interval.wilson(errors, images);
  }
}
