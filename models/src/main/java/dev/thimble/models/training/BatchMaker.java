/*
 * Copyright 2026 The Thimble Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.thimble.models.training;

import dev.thimble.models.data.ImageSet;
import dev.thimble.models.data.SeededRandom;

/**
 * Cuts one epoch after another into batches.
 *
 * <p>The order depends on seed and epoch, an image's distortion on seed, epoch and image: nothing
 * depends on what was made before.
 */
final class BatchMaker {
  private static final long ORDER = 1;
  private static final long DISTORTION = 2;

  private final ImageSet images;
  private final FeedOptions options;
  private final float[] original;
  private int epoch;
  private int index;
  private int[] order;

  BatchMaker(ImageSet images, FeedOptions options) {
    this.images = images;
    this.options = options;
    this.original = new float[images.shape().size()];
    this.epoch = options.firstEpoch();
    this.order = orderOf(epoch);
  }

  static int batchesPerEpoch(ImageSet images, int batchSize) {
    return (images.count() - 1) / batchSize + 1;
  }

  Batch next() {
    if ((long) index * options.batchSize() >= images.count()) {
      index = 0;
      epoch++;
      order = orderOf(epoch);
    }
    int first = index * options.batchSize();
    int size = Math.min(options.batchSize(), images.count() - first);
    float[] pixels = new float[Math.multiplyExact(size, images.shape().size())];
    int[] labels = new int[size];
    for (int i = 0; i < size; i++) {
      int image = order[first + i];
      labels[i] = images.label(image);
      write(image, pixels, i * images.shape().size());
    }
    return new Batch(epoch, index++, pixels, labels);
  }

  private void write(int image, float[] pixels, int offset) {
    if (options.augmentation().isEmpty()) {
      images.copyScaled(image, pixels, offset);
      return;
    }
    images.copyScaled(image, original, 0);
    SeededRandom random = SeededRandom.forPart(options.seed(), DISTORTION, epoch, image);
    options.augmentation().get().apply(original, images.shape(), random, pixels, offset);
  }

  private int[] orderOf(int epoch) {
    return SeededRandom.forPart(options.seed(), ORDER, epoch).permutation(images.count());
  }
}
