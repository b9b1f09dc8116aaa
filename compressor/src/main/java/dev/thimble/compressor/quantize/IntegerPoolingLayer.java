/*
 * Copyright 2026 The Thimble Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.thimble.compressor.quantize;

import dev.thimble.compressor.network.PoolingLayer;
import dev.thimble.compressor.network.Shape;

/** Pooling of activations; the grid passes through. */
public record IntegerPoolingLayer(PoolingLayer pooling) implements IntegerLayer {

  @Override
  public String name() {
    return pooling.name();
  }

  @Override
  public Shape input() {
    return pooling.input();
  }

  @Override
  public Shape output() {
    return pooling.output();
  }
}
