/*
 * Copyright 2026 The Thimble Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.thimble.benchmarks.engine;

import dev.thimble.models.data.DataSource;
import dev.thimble.models.data.ImageSet;
import java.io.IOException;

/**
 * MNIST's test images, as bytes for runtimes that take bytes and converted beforehand for those
 * that take reals. The arrays are shared and must not be changed.
 */
public final class TestImages {
  private static final float INPUT_SCALE = 1 / 255f;

  private final int count;
  private final int size;
  private final byte[] pixels; // [count, size]
  private final float[] reals; // [count, size]
  private final int[] labels; // [count]

  private TestImages(ImageSet images) {
    count = images.count();
    size = images.shape().size();
    pixels = new byte[count * size];
    reals = new float[count * size];
    labels = new int[count];
    for (int i = 0; i < count; i++) {
      images.copyPixels(i, pixels, i * size);
      labels[i] = images.label(i);
    }
    for (int i = 0; i < reals.length; i++) {
      reals[i] = (pixels[i] & 0xFF) * INPUT_SCALE;
    }
  }

  public static TestImages load() throws IOException {
    return new TestImages(DataSource.bundledMnist().test());
  }

  public int count() {
    return count;
  }

  /** Values of one image. */
  public int size() {
    return size;
  }

  /** Unsigned bytes, {@code [count, size]}. */
  public byte[] pixels() {
    return pixels;
  }

  /** Values 0 … 1, {@code [count, size]}. */
  public float[] reals() {
    return reals;
  }

  /** The right class of an image. */
  public int label(int image) {
    return labels[image];
  }
}
