/*
 * Copyright 2026 The Thimble Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.thimble.models.dl4j;

import dev.thimble.models.data.ImageSet;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** Heap arrays to ND4J matrices: one copy each. */
public final class Batches {

  private Batches() {}

  /** Rows of a matrix {@code [rows, values.length / rows]}. */
  public static INDArray matrix(float[] values, int rows) {
    return Nd4j.create(values, new long[] {rows, values.length / rows}, 'c');
  }

  /** Labels as rows with a single 1, {@code [labels.length, classCount]}. */
  public static INDArray oneHot(int[] labels, int classCount) {
    float[] rows = new float[labels.length * classCount];
    for (int i = 0; i < labels.length; i++) {
      rows[i * classCount + labels[i]] = 1;
    }
    return matrix(rows, labels.length);
  }

  /** Images {@code first … first + count - 1}, scaled to [0, 1], {@code [count, imageSize]}. */
  public static INDArray scaled(ImageSet images, int first, int count) {
    int size = images.shape().size();
    float[] values = new float[count * size];
    for (int i = 0; i < count; i++) {
      images.copyScaled(first + i, values, i * size);
    }
    return matrix(values, count);
  }
}
