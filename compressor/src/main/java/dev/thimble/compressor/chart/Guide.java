/*
 * Copyright 2026 The Thimble Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.thimble.compressor.chart;

/**
 * A labelled line across the plot, for a limit or a value to compare with.
 *
 * @param vertical whether {@code value} is on the x axis
 */
public record Guide(boolean vertical, double value, String label) {

  /** A line at a value of the y axis. */
  public static Guide horizontal(double value, String label) {
    return new Guide(false, value, label);
  }

  /** A line at a value of the x axis. */
  public static Guide vertical(double value, String label) {
    return new Guide(true, value, label);
  }
}
