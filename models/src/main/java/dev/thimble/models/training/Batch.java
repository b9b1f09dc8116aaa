/*
 * Copyright 2026 The Thimble Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.thimble.models.training;

/**
 * Some images and their labels. Whoever takes it from the {@link BatchFeeder} owns the arrays; they
 * are not used again.
 */
public final class Batch {
  private final int epoch;
  private final int index;
  private final float[] pixels;
  private final int[] labels;

  Batch(int epoch, int index, float[] pixels, int[] labels) {
    this.epoch = epoch;
    this.index = index;
    this.pixels = pixels;
    this.labels = labels;
  }

  /** The epoch, from 0. */
  public int epoch() {
    return epoch;
  }

  /** The batch's place within its epoch, from 0. */
  public int index() {
    return index;
  }

  /** Number of images. */
  public int size() {
    return labels.length;
  }

  /** Pixels in [0, 1], {@code [size, channels * height * width]}. */
  public float[] pixels() {
    return pixels;
  }

  /** Labels, {@code [size]}. */
  public int[] labels() {
    return labels;
  }
}
