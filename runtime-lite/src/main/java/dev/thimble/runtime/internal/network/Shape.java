/*
 * Copyright 2026 The Thimble Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.thimble.runtime.internal.network;

/**
 * A tensor's shape, channel-major. The size fits in an array: whoever makes a shape has checked it.
 */
public final class Shape {

  public final int channels;
  public final int height;
  public final int width;

  public Shape(int channels, int height, int width) {
    this.channels = channels;
    this.height = height;
    this.width = width;
  }

  /** Returns the cells of one channel. */
  public int plane() {
    return height * width;
  }

  /** Returns the cells of all channels. */
  public int size() {
    return channels * height * width;
  }

  public boolean sameAs(Shape other) {
    return other.channels == channels && other.height == height && other.width == width;
  }

  @Override
  public String toString() {
    return channels + "x" + height + "x" + width;
  }
}
