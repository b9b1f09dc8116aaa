/*
 * Copyright 2026 The Thimble Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.thimble.compressor.chart;

import java.util.ArrayList;
import java.util.List;

/** Where an axis has its marks: multiples of 1, 2 or 5, or powers. */
final class Ticks {
  private static final double EPSILON = 1e-9;
  private static final double[] STEPS = {1, 2, 5, 10};

  /** Over more decades than these only powers of ten have marks. */
  private static final double DENSE_DECADES = 2.5;

  private Ticks() {}

  /**
   * The marks from {@code from} to {@code to}, in ascending order.
   *
   * @param most how many at most, about
   */
  static List<Double> of(Scale scale, double from, double to, int most) {
    return switch (scale) {
      case LINEAR -> linear(from, to, most);
      case LOG2 -> powers(2, scale.apply(from), scale.apply(to), most);
      case LOG10 -> decades(from, to, most);
    };
  }

  /** The distance of the marks of a linear axis of this length. */
  static double step(double length, int most) {
    double rough = length / most;
    double power = Math.pow(10, Math.floor(Math.log10(rough)));
    for (double step : STEPS) {
      if (step * power >= rough * (1 - EPSILON)) {
        return step * power;
      }
    }
    return STEPS[STEPS.length - 1] * power;
  }

  private static List<Double> linear(double from, double to, int most) {
    double step = step(to - from, most);
    List<Double> ticks = new ArrayList<>();
    for (long i = (long) Math.ceil(from / step - EPSILON); i * step <= to + EPSILON * step; i++) {
      ticks.add(i * step);
    }
    return ticks;
  }

  private static List<Double> powers(double base, double from, double to, int most) {
    int first = (int) Math.ceil(from - EPSILON);
    int last = (int) Math.floor(to + EPSILON);
    int every = Math.max(1, (int) Math.ceil((last - first + 1.0) / most));
    List<Double> ticks = new ArrayList<>();
    for (int i = first; i <= last; i++) {
      if (Math.floorMod(i, every) == 0) {
        ticks.add(Math.pow(base, i));
      }
    }
    return ticks;
  }

  private static List<Double> decades(double from, double to, int most) {
    double low = Math.log10(from);
    double high = Math.log10(to);
    if (high - low > DENSE_DECADES) {
      return powers(10, low, high, most);
    }
    List<Double> ticks = new ArrayList<>();
    for (int decade = (int) Math.floor(low); decade <= high; decade++) {
      for (double step : new double[] {1, 2, 5}) {
        double tick = step * Math.pow(10, decade);
        if (tick >= from * (1 - EPSILON) && tick <= to * (1 + EPSILON)) {
          ticks.add(tick);
        }
      }
    }
    return ticks;
  }
}
