/*
 * Copyright 2026 The Thimble Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.thimble.compressor.image;

import java.util.ArrayList;
import java.util.List;

/**
 * A picture in characters, light ones for dark pixels. A character is about twice as high as wide,
 * so it stands for twice as many rows as columns.
 */
public final class AsciiPicture {
  private static final String RAMP = " .:-=+*#%@";
  private static final int MAX_COLUMNS = 56;

  private AsciiPicture() {}

  /** The picture's lines, all of one length. */
  public static List<String> lines(Picture picture) {
    int cell = (picture.width() + MAX_COLUMNS - 1) / MAX_COLUMNS;
    List<String> lines = new ArrayList<>();
    for (int row = 0; row < picture.height(); row += 2 * cell) {
      StringBuilder line = new StringBuilder();
      for (int column = 0; column < picture.width(); column += cell) {
        int value = mean(picture, row, column, cell);
        line.append(RAMP.charAt(value * RAMP.length() / 256));
      }
      lines.add(line.toString());
    }
    return lines;
  }

  private static int mean(Picture picture, int top, int left, int cell) {
    long sum = 0;
    long count = 0;
    for (int row = top; row < Math.min(top + 2 * cell, picture.height()); row++) {
      for (int column = left; column < Math.min(left + cell, picture.width()); column++) {
        for (int channel = 0; channel < picture.channels(); channel++) {
          sum += picture.sample(channel, row, column);
          count++;
        }
      }
    }
    return (int) (sum / count);
  }
}
