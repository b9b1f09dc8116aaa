/*
 * Copyright 2026 The Thimble Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.thimble.runtime.internal.network;

/** One layer: what it computes and between which shapes. Immutable. */
public abstract class Layer {

  /** What the layer computes, in words. */
  public final String kind;

  /** What an unnamed layer's name begins with. */
  public final String namePrefix;

  public final Shape input;
  public final Shape output;

  /** The activation that stands for real 0 in the output, 0 to 255; 0 for scores. */
  public final int outputZero;

  Layer(String kind, String namePrefix, Shape input, Shape output, int outputZero) {
    this.kind = kind;
    this.namePrefix = namePrefix;
    this.input = input;
    this.output = output;
    this.outputZero = outputZero;
  }

  /**
   * Returns the operations an image costs: uses of kept weights, cells under pooling windows, cells
   * added. Below 2^62.
   *
   * @param weights of a weighted layer; else null
   */
  public abstract long operations(Weights weights);
}
