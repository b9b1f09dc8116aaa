/*
 * Copyright 2026 The Thimble Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.thimble.compressor.chart;

import java.util.List;

/**
 * An axis with its ends known.
 *
 * @param from the smaller end
 * @param to the larger end
 */
record AxisRange(Axis axis, double from, double to, List<Double> ticks) {

  private static final double LOG_MARGIN = 0.03;

  AxisRange {
    ticks = List.copyOf(ticks);
  }

  /**
   * The range that shows data of {@code low} to {@code high}.
   *
   * @param snap whether a linear axis is extended to its marks
   */
  static AxisRange of(Axis axis, double low, double high, int mostTicks, boolean snap) {
    if (!axis.scale().admits(low) || !axis.scale().admits(high)) {
      throw new IllegalArgumentException(
          "axis "
              + axis.label()
              + ": expected values for a "
              + axis.scale()
              + " scale, found "
              + low
              + " to "
              + high);
    }
    double from = Double.isNaN(axis.from()) ? low : axis.from();
    double to = Double.isNaN(axis.to()) ? high : axis.to();
    if (from >= to) {
      return widened(axis, from, mostTicks);
    }
    if (axis.scale() != Scale.LINEAR) {
      double margin = Math.pow(to / from, LOG_MARGIN);
      return fixed(
          axis,
          Double.isNaN(axis.from()) ? from / margin : from,
          Double.isNaN(axis.to()) ? to * margin : to,
          mostTicks);
    }
    if (!snap) {
      return fixed(axis, from, to, mostTicks);
    }
    double step = Ticks.step(to - from, mostTicks);
    return fixed(
        axis,
        Double.isNaN(axis.from()) ? Math.floor(from / step) * step : from,
        Double.isNaN(axis.to()) ? Math.ceil(to / step) * step : to,
        mostTicks);
  }

  /** All data are at one place. */
  private static AxisRange widened(Axis axis, double value, int mostTicks) {
    if (axis.scale() != Scale.LINEAR) {
      return fixed(axis, value / 2, value * 2, mostTicks);
    }
    double margin = value == 0 ? 1 : Math.abs(value) / 2;
    boolean anchored = !Double.isNaN(axis.from());
    return fixed(axis, anchored ? value : value - margin, value + margin, mostTicks);
  }

  private static AxisRange fixed(Axis axis, double from, double to, int mostTicks) {
    return new AxisRange(axis, from, to, Ticks.of(axis.scale(), from, to, mostTicks));
  }

  /** The place of a value, 0 at the axis' beginning and 1 at its end. */
  double position(double value) {
    Scale scale = axis.scale();
    double start = scale.apply(from);
    double place = (scale.apply(value) - start) / (scale.apply(to) - start);
    return axis.reversed() ? 1 - place : place;
  }
}
