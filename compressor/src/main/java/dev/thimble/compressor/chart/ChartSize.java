/*
 * Copyright 2026 The Thimble Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.thimble.compressor.chart;

/**
 * How large a picture is; it is scaled down where there is less room.
 *
 * @param width in CSS pixels
 * @param height in CSS pixels; of charts whose height follows from their rows it is not used
 */
public record ChartSize(int width, int height) {

  private static final int LEAST = 160;

  /** As wide as a text column. */
  public static final ChartSize WIDE = new ChartSize(720, 380);

  /** Two fit beside each other. */
  public static final ChartSize HALF = new ChartSize(460, 320);

  /** Small multiples. */
  public static final ChartSize SMALL = new ChartSize(340, 230);

  public ChartSize {
    if (width < LEAST || height < LEAST) {
      throw new IllegalArgumentException(
          "chart size: expected at least " + LEAST + " pixels, found " + width + " x " + height);
    }
  }
}
