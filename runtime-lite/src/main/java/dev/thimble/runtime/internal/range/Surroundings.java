/*
 * Copyright 2026 The Thimble Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.thimble.runtime.internal.range;

/**
 * What lies around a column's cell in the plane of its channel: kept weights of the same row, left
 * of it and above. Every kept weight adds itself to the cells that come after it, so that looking
 * costs nothing.
 */
final class Surroundings {

  private static final int REACH = 3;

  /** The bit of a cell in the context of the one that is dx to its right and dy below it. */
  private static final String CONTEXT =
      "\0\0\0\0\1\4\0\0\0\10\2\20\0\0\0\0\0\40\0\0\0\0\0\0\0\0\0\0";

  final int[] context; // of this row
  final int[] near; // of this row: kept cells before, closer ones twice
  final int[] lean; // of this row: signs before, by distance
  final int[] closeLean; // of this row: signs of the closest cells before
  final int[] strength; // of this row: magnitudes in the closest cells before

  private final int[] zeros;
  private final int height;
  private final int width;

  Surroundings(int columns, int height, int width) {
    this.height = height;
    this.width = width;
    zeros = new int[columns];
    context = new int[columns];
    near = new int[columns];
    lean = new int[columns];
    closeLean = new int[columns];
    strength = new int[columns];
  }

  /** Adds a kept weight to what lies around the cells after it. */
  void add(int column, int rank) {
    int x = column % width;
    int y = column / width % height;
    int sign = rank >> 31 | 1;
    for (int dy = 0; dy <= REACH && y + dy < height; dy++) {
      for (int dx = dy == 0 ? 1 : Math.max(-REACH, -x); dx <= REACH && x + dx < width; dx++) {
        int other = column + dy * width + dx;
        int distance = dx * dx + dy * dy;
        context[other] |= CONTEXT.charAt(dy * 7 + dx + REACH);
        near[other] += distance <= 5 ? 2 : 1;
        lean[other] += sign * (1024 / (1 + distance));
        if (distance <= 2) {
          closeLean[other] += sign * (512 / distance);
          strength[other] += sign * rank * (3 - distance);
        }
      }
    }
  }

  void clearRow() {
    clear(context);
    clear(near);
    clear(lean);
    clear(closeLean);
    clear(strength);
  }

  /** Fast before anything is compiled, which a loop is not. */
  private void clear(int[] cells) {
    System.arraycopy(zeros, 0, cells, 0, zeros.length);
  }
}
