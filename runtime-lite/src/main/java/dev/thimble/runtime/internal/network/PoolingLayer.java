/*
 * Copyright 2026 The Thimble Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.thimble.runtime.internal.network;

/**
 * Maximum or average of each channel's cells under a window; cells outside the input do not take
 * part.
 */
public final class PoolingLayer extends Layer {

  /** What is taken of the cells under the window. */
  public enum Kind {
    MAXIMUM("max pool"),
    AVERAGE("average pool"),
    GLOBAL_AVERAGE("global average pool");

    private final String words;

    Kind(String words) {
      this.words = words;
    }
  }

  private final Kind kind;
  private final Window vertical;
  private final Window horizontal;

  public PoolingLayer(
      Kind kind, Shape input, Shape output, Window vertical, Window horizontal, int zero) {
    super(input, output, zero);
    this.kind = kind;
    this.vertical = vertical;
    this.horizontal = horizontal;
  }

  public boolean isMaximum() {
    return kind == Kind.MAXIMUM;
  }

  public Window vertical() {
    return vertical;
  }

  public Window horizontal() {
    return horizontal;
  }

  @Override
  public String kind() {
    return kind.words;
  }

  @Override
  public String namePrefix() {
    return "pool";
  }
}
