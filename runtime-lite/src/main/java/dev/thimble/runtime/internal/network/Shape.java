/*
 * Copyright 2026 The Thimble Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.thimble.runtime.internal.network;

/**
 * A tensor's shape, channel-major. The size fits in an array: whoever makes a shape has checked it.
 */
public final class Shape {

  private final int channels;
  private final int height;
  private final int width;

  public Shape(int channels, int height, int width) {
    this.channels = channels;
    this.height = height;
    this.width = width;
  }

  public int channels() {
    return channels;
  }

  public int height() {
    return height;
  }

  public int width() {
    return width;
  }

  /** Returns the cells of one channel. */
  public int plane() {
    return height * width;
  }

  /** Returns the cells of all channels. */
  public int size() {
    return channels * height * width;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Shape
        && ((Shape) other).channels == channels
        && ((Shape) other).height == height
        && ((Shape) other).width == width;
  }

  @Override
  public int hashCode() {
    return (channels * 31 + height) * 31 + width;
  }

  @Override
  public String toString() {
    return channels + "x" + height + "x" + width;
  }
}
