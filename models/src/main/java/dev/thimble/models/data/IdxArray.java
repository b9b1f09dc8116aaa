/*
 * Copyright 2026 The Thimble Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.thimble.models.data;

/** What an IDX file holds; whoever receives it owns the arrays. */
final class IdxArray {
  private final int[] dimensions;
  private final byte[] data;

  IdxArray(int[] dimensions, byte[] data) {
    this.dimensions = dimensions;
    this.data = data;
  }

  /** The first dimension: images or labels. */
  int count() {
    return dimensions[0];
  }

  /** Shape of one image: {@code [count, height, width]} has one channel. */
  ImageShape imageShape() {
    int last = dimensions.length - 1;
    return new ImageShape(last == 3 ? dimensions[1] : 1, dimensions[last - 1], dimensions[last]);
  }

  byte[] data() {
    return data;
  }

  /** The largest byte, unsigned. */
  int max() {
    int max = 0;
    for (byte value : data) {
      max = Math.max(max, value & 0xff);
    }
    return max;
  }
}
