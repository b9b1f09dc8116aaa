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
}
