/*
 * Copyright 2026 The Thimble Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.thimble.compressor.sensitivity.report;

import dev.thimble.compressor.chart.NumberText;
import dev.thimble.compressor.report.Figures;

/** How a page writes the values of a column. */
enum Format {
  TEXT {
    @Override
    String apply(Object value) {
      return value.toString();
    }
  },
  /** Whole numbers with separators. */
  COUNT {
    @Override
    String apply(Object value) {
      return Figures.count(((Number) value).longValue());
    }
  },
  /** A share of 1, as percent with two decimals. */
  PERCENT {
    @Override
    String apply(Object value) {
      return Figures.percent(((Number) value).doubleValue());
    }
  },
  /** Three significant digits. */
  NUMBER {
    @Override
    String apply(Object value) {
      return NumberText.of(((Number) value).doubleValue());
    }
  };

  private static final String NOTHING = "–";

  abstract String apply(Object value);

  /** The value as text; a dash for null. */
  String of(Object value) {
    return value == null ? NOTHING : apply(value);
  }
}
