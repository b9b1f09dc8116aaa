/*
 * Copyright 2026 The Thimble Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.thimble.compressor.image;

import java.util.Arrays;

/**
 * An immutable 8-bit image in planes.
 *
 * <p>{@link #fit} and {@link #inverted} give new ones.
 */
public final class Picture {
  private final int channels;
  private final int height;
  private final int width;
  private final byte[] samples; // [channels, height, width], unsigned

  private Picture(int channels, int height, int width, byte[] samples) {
    this.channels = channels;
    this.height = height;
    this.width = width;
    this.samples = samples;
  }

  /**
   * Copies samples.
   *
   * @param samples unsigned {@code [channels, height, width]}
   */
  public static Picture of(int channels, int height, int width, byte[] samples) {
    long expected = (long) channels * height * width;
    if (channels < 1 || height < 1 || width < 1 || samples.length != expected) {
      throw new IllegalArgumentException(
          "a picture of "
              + channels
              + "x"
              + height
              + "x"
              + width
              + " needs as many samples, found "
              + samples.length);
    }
    return new Picture(channels, height, width, samples.clone());
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

  /** A sample, 0 … 255. */
  public int sample(int channel, int row, int column) {
    return samples[(channel * height + row) * width + column] & 0xFF;
  }

  /** All samples {@code [channels, height, width]}; a fresh array. */
  public byte[] samples() {
    return samples.clone();
  }

  /** With black and white exchanged: each sample x becomes 255 − x. */
  public Picture inverted() {
    byte[] inverted = new byte[samples.length];
    for (int i = 0; i < inverted.length; i++) {
      inverted[i] = (byte) (255 - samples[i]);
    }
    return new Picture(channels, height, width, inverted);
  }

  /**
   * Scaled to the largest size of the same proportions that fits, in the middle of a background.
   * Each new sample is the mean of the area that it covers.
   *
   * @param background value of the border, 0 … 255
   */
  public Picture fit(int newHeight, int newWidth, int background) {
    double scale = Math.min((double) newHeight / height, (double) newWidth / width);
    int innerHeight = Math.max(1, (int) Math.floor(height * scale + 0.5));
    int innerWidth = Math.max(1, (int) Math.floor(width * scale + 0.5));
    int top = (newHeight - innerHeight) / 2;
    int left = (newWidth - innerWidth) / 2;
    byte[] fitted = new byte[Math.multiplyExact(channels, newHeight * newWidth)];
    Arrays.fill(fitted, (byte) background);
    for (int channel = 0; channel < channels; channel++) {
      for (int row = 0; row < innerHeight; row++) {
        for (int column = 0; column < innerWidth; column++) {
          double mean =
              mean(
                  channel,
                  (double) row * height / innerHeight,
                  (double) (row + 1) * height / innerHeight,
                  (double) column * width / innerWidth,
                  (double) (column + 1) * width / innerWidth);
          int index = (channel * newHeight + top + row) * newWidth + left + column;
          fitted[index] = (byte) Math.floor(mean + 0.5);
        }
      }
    }
    return new Picture(channels, newHeight, newWidth, fitted);
  }

  /** The mean over an area whose borders may cut pixels. */
  private double mean(int channel, double top, double bottom, double left, double right) {
    double sum = 0;
    double area = 0;
    for (int row = (int) top; row < Math.min(height, Math.ceil(bottom)); row++) {
      double rowShare = Math.min(row + 1, bottom) - Math.max(row, top);
      for (int column = (int) left; column < Math.min(width, Math.ceil(right)); column++) {
        double share = rowShare * (Math.min(column + 1, right) - Math.max(column, left));
        sum += share * sample(channel, row, column);
        area += share;
      }
    }
    return sum / area;
  }
}
