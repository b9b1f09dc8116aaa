/*
 * Copyright 2026 The Thimble Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.thimble.compressor.chart;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** The looks of all charts: one style sheet, which a page with inline charts includes once. */
public final class ChartStyle {

  /** Colours, dashes and markers before they repeat. */
  static final int SERIES = 8;

  /** Colours of a heat map. */
  static final int STEPS = 16;

  /** Font size of all but titles, in pixels. */
  static final int TEXT = 12;

  private static final double WIDTH_OF_A_CHARACTER = 0.64;
  private static final String RESOURCE = "chart.css";
  private static final String CSS = read();

  private ChartStyle() {}

  /** The style sheet; its rules concern charts only. */
  public static String css() {
    return CSS;
  }

  /** The class of the series with this number, such as {@code s3}. */
  static String series(int index) {
    return "s" + index % SERIES;
  }

  /** About how wide a text is, in pixels. */
  static double textWidth(String text) {
    return text.length() * TEXT * WIDTH_OF_A_CHARACTER;
  }

  private static String read() {
    try (InputStream in = ChartStyle.class.getResourceAsStream(RESOURCE)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
