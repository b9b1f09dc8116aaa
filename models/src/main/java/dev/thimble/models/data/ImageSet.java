/*
 * Copyright 2026 The Thimble Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.thimble.models.data;

import java.util.Arrays;

/**
 * An immutable set of 8-bit images of one shape, with labels where they are known.
 *
 * <p>Pixels are unsigned bytes in {@code [count, channels, height, width]} order. All methods copy;
 * the arrays inside are never handed out. Safe for use by many threads.
 */
public final class ImageSet {
  private static final float PIXEL_SCALE = 1 / 255f;

  private final ImageShape shape;
  private final int classCount;
  private final byte[] pixels; // [count, channels, height, width]
  private final byte[] labels; // [count], empty when unlabelled

  private ImageSet(ImageShape shape, int classCount, byte[] pixels, byte[] labels) {
    this.shape = shape;
    this.classCount = classCount;
    this.pixels = pixels;
    this.labels = labels;
  }

  /**
   * Copies labelled images.
   *
   * @param classCount labels are 0 … classCount - 1; 1 … 256
   * @throws IllegalArgumentException if the arrays do not fit the shape, there is no image, or a
   *     label is out of range
   */
  public static ImageSet labelled(ImageShape shape, int classCount, byte[] pixels, byte[] labels) {
    return ofOwned(shape, classCount, pixels.clone(), labels.clone());
  }

  /** Copies images without labels, good for calibration only. */
  public static ImageSet unlabelled(ImageShape shape, byte[] pixels) {
    return ofOwned(shape, 0, pixels.clone(), new byte[0]);
  }

  /** Takes the arrays over: the caller must not keep them. */
  static ImageSet ofOwned(ImageShape shape, int classCount, byte[] pixels, byte[] labels) {
    int count = pixels.length / shape.size();
    if (count < 1 || pixels.length % shape.size() != 0) {
      throw new IllegalArgumentException(
          pixels.length + " pixels are not a positive number of " + shape + " images");
    }
    if (classCount == 0) {
      return new ImageSet(shape, 0, pixels, labels);
    }
    if (classCount < 0 || classCount > 256) {
      throw new IllegalArgumentException("class count must be 1 to 256, got " + classCount);
    }
    if (labels.length != count) {
      throw new IllegalArgumentException(count + " images but " + labels.length + " labels");
    }
    for (byte label : labels) {
      if ((label & 0xff) >= classCount) {
        throw new IllegalArgumentException(
            "label " + (label & 0xff) + " is not below the class count " + classCount);
      }
    }
    return new ImageSet(shape, classCount, pixels, labels);
  }

  public int count() {
    return pixels.length / shape.size();
  }

  public ImageShape shape() {
    return shape;
  }

  public int channels() {
    return shape.channels();
  }

  public int height() {
    return shape.height();
  }

  public int width() {
    return shape.width();
  }

  /** Number of classes; 0 when the images have no labels. */
  public int classCount() {
    return classCount;
  }

  public boolean hasLabels() {
    return classCount > 0;
  }

  /** The label of image {@code index}. */
  public int label(int index) {
    if (!hasLabels()) {
      throw new IllegalStateException("these images have no labels");
    }
    return labels[index] & 0xff;
  }

  /**
   * A copy of the pixels of image {@code index}, unsigned bytes {@code [channels, height, width]}.
   */
  public byte[] pixels(int index) {
    byte[] copy = new byte[shape.size()];
    copyPixels(index, copy, 0);
    return copy;
  }

  /**
   * A copy of the pixels of the first {@code count} images, unsigned bytes {@code [count, channels,
   * height, width]}.
   *
   * @param count from 0 to {@link #count()}
   */
  public byte[] firstPixels(int count) {
    if (count < 0 || count > count()) {
      throw new IllegalArgumentException("cannot take " + count + " of " + count() + " images");
    }
    return Arrays.copyOf(pixels, count * shape.size());
  }

  /** A copy of the labels, unsigned bytes {@code [count]}. */
  public byte[] labels() {
    if (!hasLabels()) {
      throw new IllegalStateException("these images have no labels");
    }
    return labels.clone();
  }

  /** Copies the pixels of image {@code index} to {@code target}, starting at {@code offset}. */
  public void copyPixels(int index, byte[] target, int offset) {
    System.arraycopy(pixels, start(index), target, offset, shape.size());
  }

  /** Writes the pixels of image {@code index}, scaled to [0, 1], to {@code target}. */
  public void copyScaled(int index, float[] target, int offset) {
    int start = start(index);
    int size = shape.size();
    for (int i = 0; i < size; i++) {
      target[offset + i] = (pixels[start + i] & 0xff) * PIXEL_SCALE;
    }
  }

  /** The images of the given indices, in that order. */
  public ImageSet subset(int[] indices) {
    byte[] chosen = new byte[Math.multiplyExact(indices.length, shape.size())];
    byte[] chosenLabels = new byte[hasLabels() ? indices.length : 0];
    for (int i = 0; i < indices.length; i++) {
      copyPixels(indices[i], chosen, i * shape.size());
      if (hasLabels()) {
        chosenLabels[i] = labels[indices[i]];
      }
    }
    return ofOwned(shape, classCount, chosen, chosenLabels);
  }

  /** The first {@code count} images. */
  public ImageSet first(int count) {
    if (count < 1 || count > count()) {
      throw new IllegalArgumentException("cannot take " + count + " of " + count() + " images");
    }
    return ofOwned(
        shape,
        classCount,
        Arrays.copyOf(pixels, count * shape.size()),
        hasLabels() ? Arrays.copyOf(labels, count) : labels);
  }

  private int start(int index) {
    return Math.multiplyExact(index, shape.size());
  }
}
