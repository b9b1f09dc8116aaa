/*
 * Copyright 2026 The Thimble Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.thimble.compressor.report.tables;

import dev.thimble.compressor.report.Figures;
import java.util.DoubleSummaryStatistics;
import java.util.List;
import java.util.function.DoubleFunction;
import java.util.function.ToDoubleFunction;

/**
 * A figure over several seeds.
 *
 * @param mean arithmetic mean
 * @param least the smallest value
 * @param most the largest value
 */
public record Spread(double mean, double least, double most) {

  /** The figure {@code value} of these rows; at least one row. */
  static Spread of(List<FileRow> rows, ToDoubleFunction<FileRow> value) {
    if (rows.isEmpty()) {
      throw new IllegalArgumentException("a spread expects at least one value, found none");
    }
    DoubleSummaryStatistics values = rows.stream().mapToDouble(value).summaryStatistics();
    // A mean of equal values may be rounded away from them.
    double mean = Math.max(values.getMin(), Math.min(values.getMax(), values.getAverage()));
    return new Spread(mean, values.getMin(), values.getMax());
  }

  /** Such as {@code 4,481} or {@code 4,481 (4,402 ... 4,530)}. */
  public String count() {
    return text(value -> Figures.count(Math.round(value)), "");
  }

  /** As {@link #count}, with the unit. */
  String bytes() {
    return text(value -> Figures.count(Math.round(value)), " B");
  }

  /** How many times smaller, such as {@code 238x}. */
  public String ratio() {
    return text(Figures::ratio, "");
  }

  /** Shares of 1 in percent, such as {@code 1.79 %} or {@code 1.79 % (1.70 ... 1.90)}. */
  public String percent() {
    return text(value -> Figures.hundredths(100 * value), " %");
  }

  private String text(DoubleFunction<String> format, String unit) {
    String middle = format.apply(mean) + unit;
    return least == most
        ? middle
        : middle + " (" + format.apply(least) + " ... " + format.apply(most) + ")";
  }
}
