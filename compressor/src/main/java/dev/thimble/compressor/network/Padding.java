/*
 * Copyright 2026 The Thimble Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.thimble.compressor.network;

/** Cells of real value 0 around a plane, each side on its own. */
public record Padding(int top, int left, int bottom, int right) {

  /** No padding. */
  public static final Padding NONE = new Padding(0, 0, 0, 0);

  public Padding {
    if (top < 0 || left < 0 || bottom < 0 || right < 0) {
      throw new IllegalArgumentException(
          "padding must not be negative, found "
              + top
              + ", "
              + left
              + ", "
              + bottom
              + ", "
              + right);
    }
  }
}
