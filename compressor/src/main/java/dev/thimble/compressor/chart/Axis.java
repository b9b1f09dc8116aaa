/*
 * Copyright 2026 The Thimble Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.thimble.compressor.chart;

/**
 * What an axis shows, and how.
 *
 * @param label what is measured
 * @param unit in what; empty for plain numbers
 * @param from where the axis begins; NaN to follow the data
 * @param to where it ends; NaN to follow the data
 * @param reversed whether the largest value comes first
 */
public record Axis(
    String label, String unit, Scale scale, double from, double to, boolean reversed) {

  public Axis {
    if (!Double.isNaN(from) && !scale.admits(from) || !Double.isNaN(to) && !scale.admits(to)) {
      throw new IllegalArgumentException(
          "axis " + label + ": no " + scale + " axis from " + from + " to " + to);
    }
    if (from >= to) {
      throw new IllegalArgumentException(
          "axis " + label + ": expected an end above " + from + ", found " + to);
    }
  }

  /** An axis that follows the data. */
  public static Axis linear(String label, String unit) {
    return new Axis(label, unit, Scale.LINEAR, Double.NaN, Double.NaN, false);
  }

  /** An axis with powers of two. */
  public static Axis log2(String label, String unit) {
    return new Axis(label, unit, Scale.LOG2, Double.NaN, Double.NaN, false);
  }

  /** An axis with powers of ten. */
  public static Axis log10(String label, String unit) {
    return new Axis(label, unit, Scale.LOG10, Double.NaN, Double.NaN, false);
  }

  /** This axis, beginning at {@code value}. */
  public Axis startingAt(double value) {
    return new Axis(label, unit, scale, value, to, reversed);
  }

  /** This axis, ending at {@code value}. */
  public Axis endingAt(double value) {
    return new Axis(label, unit, scale, from, value, reversed);
  }

  /** This axis with the largest value first. */
  public Axis descending() {
    return new Axis(label, unit, scale, from, to, true);
  }

  /** The label with the unit in parentheses. */
  public String title() {
    return unit.isEmpty() ? label : label + " (" + unit + ")";
  }

  /** A value with the unit, as tooltips say it. */
  String describe(double value) {
    return NumberText.of(value) + (unit.isEmpty() ? "" : (unit.equals("%") ? " %" : " " + unit));
  }
}
