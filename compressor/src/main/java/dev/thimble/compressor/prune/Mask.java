/*
 * Copyright 2026 The Thimble Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.thimble.compressor.prune;

import java.util.Arrays;

/** Which weights of a layer stay; immutable. */
public final class Mask {

  private final boolean[] kept;
  private final int count;

  private Mask(boolean[] kept, int count) {
    this.kept = kept;
    this.count = count;
  }

  /**
   * Keeps the largest magnitudes; of equal ones at the border, those that come first.
   *
   * @param weights weights of one layer
   * @param count how many stay, from 0 to their number
   */
  public static Mask largest(float[] weights, int count) {
    if (count < 0 || count > weights.length) {
      throw new IllegalArgumentException(
          "kept weights must be in [0, " + weights.length + "], found " + count);
    }
    boolean[] kept = new boolean[weights.length];
    if (count > 0) {
      float[] magnitudes = new float[weights.length];
      for (int i = 0; i < weights.length; i++) {
        magnitudes[i] = Math.abs(weights[i]);
      }
      float[] sorted = magnitudes.clone();
      Arrays.sort(sorted);
      float border = sorted[sorted.length - count];
      int above = 0;
      for (float magnitude : magnitudes) {
        above += magnitude > border ? 1 : 0;
      }
      int atBorder = count - above;
      for (int i = 0; i < magnitudes.length; i++) {
        kept[i] = magnitudes[i] > border || magnitudes[i] == border && atBorder-- > 0;
      }
    }
    return new Mask(kept, count);
  }

  /** Keeps the weights that are true in a copy of {@code kept}. */
  public static Mask of(boolean[] kept) {
    int count = 0;
    for (boolean stays : kept) {
      count += stays ? 1 : 0;
    }
    return new Mask(kept.clone(), count);
  }

  /** Number of weights that stay. */
  public int count() {
    return count;
  }

  /** Number of weights in all. */
  public int size() {
    return kept.length;
  }

  /** Whether a weight stays. */
  public boolean isKept(int index) {
    return kept[index];
  }

  /**
   * Multiplies pruned weights, in place.
   *
   * @param values an array that holds the layer's weights from {@code offset} on
   */
  public void scalePruned(float[] values, int offset, float factor) {
    for (int i = 0; i < kept.length; i++) {
      if (!kept[i]) {
        values[offset + i] *= factor;
      }
    }
  }

  /** A fresh array, true where the weight stays. */
  public boolean[] toArray() {
    return kept.clone();
  }
}
