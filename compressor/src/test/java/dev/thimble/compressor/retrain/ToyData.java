/*
 * Copyright 2026 The Thimble Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.thimble.compressor.retrain;

import dev.thimble.models.data.ImageSet;
import dev.thimble.models.data.ImageShape;
import dev.thimble.models.data.TrainingData;
import java.util.Random;

/** A learnable task: which of four places of a noisy row of 16 pixels is bright. */
public final class ToyData {

  public static final int PIXELS = 16;
  public static final int CLASSES = 4;

  private ToyData() {}

  /** 800 training and 200 validation images. */
  public static TrainingData make(long seed) {
    return new TrainingData(images(800, seed), images(200, seed + 1));
  }

  private static ImageSet images(int count, long seed) {
    Random random = new Random(seed);
    byte[] pixels = new byte[count * PIXELS];
    byte[] labels = new byte[count];
    random.nextBytes(pixels);
    for (int i = 0; i < pixels.length; i++) {
      pixels[i] = (byte) ((pixels[i] & 0xFF) >> 1);
    }
    for (int i = 0; i < count; i++) {
      labels[i] = (byte) random.nextInt(CLASSES);
      for (int k = 0; k < PIXELS / CLASSES; k++) {
        pixels[i * PIXELS + labels[i] * (PIXELS / CLASSES) + k] += 60;
      }
    }
    return ImageSet.labelled(new ImageShape(1, 1, PIXELS), CLASSES, pixels, labels);
  }
}
