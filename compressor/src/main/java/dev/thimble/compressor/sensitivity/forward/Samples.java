/*
 * Copyright 2026 The Thimble Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.thimble.compressor.sensitivity.forward;

import dev.thimble.models.data.ImageSet;

/** Labelled images, one after the other in one array that is only read. */
public final class Samples {
  private final byte[] pixels;
  private final byte[] labels;
  private final int size;

  private Samples(byte[] pixels, byte[] labels, int size) {
    this.pixels = pixels;
    this.labels = labels;
    this.size = size;
  }

  /**
   * The first images of a set.
   *
   * @param limit at most so many
   */
  public static Samples first(ImageSet images, int limit) {
    ImageSet chosen = images.first(Math.min(limit, images.count()));
    return new Samples(chosen.firstPixels(chosen.count()), chosen.labels(), chosen.shape().size());
  }

  public int count() {
    return labels.length;
  }

  /** Pixels of an image. */
  public int size() {
    return size;
  }

  public int label(int index) {
    return labels[index] & 0xFF;
  }

  /** Pixel {@code feature} of an image, 0 … 255. */
  public int pixel(int index, int feature) {
    return pixels[index * size + feature] & 0xFF;
  }

  /** The pixels of all images; the caller must not write to them. */
  byte[] shared() {
    return pixels;
  }
}
