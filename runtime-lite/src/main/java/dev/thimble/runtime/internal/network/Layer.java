/*
 * Copyright 2026 The Thimble Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.thimble.runtime.internal.network;

/** One layer: what it computes and between which shapes. Immutable. */
public abstract class Layer {

  private final Shape input;
  private final Shape output;
  private final int outputZero;

  Layer(Shape input, Shape output, int outputZero) {
    this.input = input;
    this.output = output;
    this.outputZero = outputZero;
  }

  public final Shape input() {
    return input;
  }

  public final Shape output() {
    return output;
  }

  /** Returns the activation that stands for real 0 in the output, 0 to 255; 0 for scores. */
  public final int outputZero() {
    return outputZero;
  }

  /** Returns the kind in words, for descriptions. */
  public abstract String kind();

  /** Returns what an unnamed layer's name begins with. */
  public abstract String namePrefix();
}
