/*
 * Copyright 2026 The Thimble Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.thimble.compressor.network;

/**
 * Shape of an activation tensor, channel-major; a flat vector is {@code [n, 1, 1]}.
 *
 * @param channels number of channels, at least 1
 * @param height rows of a channel, at least 1
 * @param width columns of a channel, at least 1
 */
public record Shape(int channels, int height, int width) {

  public Shape {
    if (channels < 1 || height < 1 || width < 1) {
      throw new IllegalArgumentException(
          "a shape needs sizes of at least 1, found " + channels + "x" + height + "x" + width);
    }
    if ((long) channels * height > Integer.MAX_VALUE
        || (long) channels * height * width > Integer.MAX_VALUE) {
      throw new IllegalArgumentException(
          "shape " + channels + "x" + height + "x" + width + " has more than 2^31 - 1 elements");
    }
  }

  /** A vector of {@code length} elements. */
  public static Shape vector(int length) {
    return new Shape(length, 1, 1);
  }

  /** Number of elements. */
  public int size() {
    return channels * height * width;
  }

  @Override
  public String toString() {
    return height == 1 && width == 1
        ? Integer.toString(channels)
        : channels + "x" + height + "x" + width;
  }
}
