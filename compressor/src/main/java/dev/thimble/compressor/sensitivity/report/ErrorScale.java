/*
 * Copyright 2026 The Thimble Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.thimble.compressor.sensitivity.report;

import dev.thimble.compressor.chart.Axis;
import dev.thimble.compressor.chart.Point;
import dev.thimble.compressor.sensitivity.Interval;
import dev.thimble.compressor.sensitivity.Measurement;

/**
 * Errors as charts show them: in percent, on a logarithmic axis, since both the tenths of a point
 * that a budget is about and an error of 90 % matter. 0 is drawn at half an image.
 */
final class ErrorScale {
  static final Axis AXIS = Axis.log10("Error", "%");

  private final double least;

  ErrorScale(int samples) {
    this.least = 100 * 0.5 / samples;
  }

  Point point(double x, Measurement measurement) {
    return point(x, measurement.error(), measurement.errorInterval());
  }

  Point point(double x, double error, Interval interval) {
    double middle = percent(error);
    double low = Math.min(middle, percent(interval.low()));
    return Point.of(x, middle, low, Math.max(middle, percent(interval.high())));
  }

  Point point(double x, double error) {
    return Point.of(x, percent(error));
  }

  double percent(double share) {
    return Math.max(least, 100 * share);
  }
}
