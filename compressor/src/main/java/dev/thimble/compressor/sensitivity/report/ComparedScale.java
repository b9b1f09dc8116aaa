/*
 * Copyright 2026 The Thimble Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.thimble.compressor.sensitivity.report;

import dev.thimble.compressor.chart.Axis;
import dev.thimble.compressor.chart.Point;
import dev.thimble.compressor.chart.Scale;
import dev.thimble.compressor.sensitivity.Setting;
import dev.thimble.compressor.sensitivity.compare.ComparedPoint;
import dev.thimble.compressor.sensitivity.compare.Estimate;
import dev.thimble.compressor.sensitivity.compare.Measure;
import java.util.Optional;

/**
 * How the figures of a measure are drawn and written.
 *
 * @param across axis of the settings; null if there are none
 * @param up axis of the figures
 * @param unit of the figures in CSV files
 * @param format of the figures in tables
 */
record ComparedScale(Measure measure, Axis across, Axis up, String unit, Format format) {

  static ComparedScale of(Measure measure) {
    return switch (measure) {
      case ERROR, INTEGER_ERROR -> error(measure, null);
      case TOP_EIGENVALUE ->
          number(
              measure,
              null,
              Axis.linear("Top eigenvalue", CurvatureSection.UNIT),
              "nats_per_squared_weight");
      case TRACE ->
          number(
              measure,
              null,
              Axis.linear("Trace", CurvatureSection.UNIT),
              "nats_per_squared_weight");
      case SHARPNESS -> number(measure, SharpnessSection.RADIUS, SharpnessSection.RISE, "nats");
      case NOISE -> error(measure, NoiseSection.AXIS);
      case BITS -> error(measure, SweepWords.of(Setting.BITS).axis());
      case BITS_RISE -> rise(measure, SweepWords.of(Setting.BITS).axis());
      case DENSITIES -> error(measure, SweepWords.of(Setting.DENSITY).axis());
      case DENSITIES_RISE -> rise(measure, SweepWords.of(Setting.DENSITY).axis());
      case CODEBOOKS -> error(measure, SweepWords.of(Setting.CODEBOOK).axis());
      case CODEBOOKS_RISE -> rise(measure, SweepWords.of(Setting.CODEBOOK).axis());
      case MEMORY_FAULTS -> error(measure, FaultSection.AXIS);
    };
  }

  private static ComparedScale error(Measure measure, Axis across) {
    return new ComparedScale(measure, across, ErrorScale.AXIS, "share", Format.PERCENT);
  }

  private static ComparedScale rise(Measure measure, Axis across) {
    Axis points = Axis.linear("Rise of the error", "points");
    return new ComparedScale(measure, across, points, "share", Format.PERCENT);
  }

  private static ComparedScale number(Measure measure, Axis across, Axis up, String unit) {
    return new ComparedScale(measure, across, up, unit, Format.NUMBER);
  }

  /**
   * A figure in a chart; empty where the axis does not reach.
   *
   * @param errors places errors
   */
  Optional<Point> point(ComparedPoint compared, Estimate estimate, ErrorScale errors) {
    double x = compared.setting() * (measure.inPercent() ? 100 : 1);
    if (across.scale() != Scale.LINEAR && x <= 0) {
      return Optional.empty();
    }
    if (up.equals(ErrorScale.AXIS)) {
      return Optional.of(errors.point(x, estimate.value(), estimate.interval()));
    }
    double unit = format == Format.PERCENT ? 100 : 1;
    return Optional.of(
        estimate.interval() == null
            ? Point.of(x, unit * estimate.value())
            : Point.of(
                x,
                unit * estimate.value(),
                unit * estimate.interval().low(),
                unit * estimate.interval().high()));
  }
}
