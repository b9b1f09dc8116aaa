/*
 * Copyright 2026 The Thimble Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.thimble.runtime.internal.network;

/**
 * How many operations a layer costs an image: uses of kept weights, cells under pooling windows,
 * cells added.
 */
public final class Operations {

  private Operations() {}

  /**
   * Returns the operations of one layer; below 2^62.
   *
   * @param weights of a weighted layer; else null
   */
  public static long of(Layer layer, Weights weights) {
    Shape output = layer.output();
    if (layer instanceof WeightedLayer) {
      return (long) weights.kept() * output.height() * output.width();
    }
    if (layer instanceof PoolingLayer) {
      PoolingLayer pooling = (PoolingLayer) layer;
      long rows = Math.min(pooling.vertical().kernel(), layer.input().height());
      long cells = Math.min(pooling.horizontal().kernel(), layer.input().width());
      return output.size() * Math.min(rows * cells, 1L << 31);
    }
    return output.size();
  }
}
