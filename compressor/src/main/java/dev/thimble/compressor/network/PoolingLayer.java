/*
 * Copyright 2026 The Thimble Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.thimble.compressor.network;

/**
 * Pooling within each channel. Cells outside the input take no part: a maximum ignores them and an
 * average divides by the number of cells inside.
 */
public record PoolingLayer(String name, Shape input, Kind kind, Window window) implements Layer {

  /** What becomes of the cells in a window. */
  public enum Kind {
    MAX,
    AVERAGE
  }

  public PoolingLayer {
    if (window.dilationHeight() != 1 || window.dilationWidth() != 1) {
      throw new IllegalArgumentException("layer " + name + ": pooling has no dilation");
    }
    requireCell(
        name,
        "row",
        window.outputHeight(input.height()),
        window.strideHeight(),
        window.padding().top(),
        input.height());
    requireCell(
        name,
        "column",
        window.outputWidth(input.width()),
        window.strideWidth(),
        window.padding().left(),
        input.width());
  }

  private static void requireCell(
      String name, String what, int outputs, int stride, int before, int side) {
    if ((long) (outputs - 1) * stride - before >= side) {
      throw new IllegalArgumentException(
          "layer " + name + ": the last window covers no input " + what);
    }
  }

  @Override
  public Shape output() {
    return new Shape(
        input.channels(), window.outputHeight(input.height()), window.outputWidth(input.width()));
  }

  /**
   * The cells of a channel's plane that an output takes, row by row; those outside are left out.
   */
  int[] cells(int outputY, int outputX) {
    int top = outputY * window.strideHeight() - window.padding().top();
    int left = outputX * window.strideWidth() - window.padding().left();
    int bottom = Math.min(input.height(), top + window.kernelHeight());
    int right = Math.min(input.width(), left + window.kernelWidth());
    int firstX = Math.max(0, left);
    int[] cells = new int[(bottom - Math.max(0, top)) * (right - firstX)];
    int i = 0;
    for (int y = Math.max(0, top); y < bottom; y++) {
      for (int x = firstX; x < right; x++) {
        cells[i++] = y * input.width() + x;
      }
    }
    return cells;
  }
}
