/*
 * Copyright 2026 The Thimble Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.thimble.compressor.dl4j;

import dev.thimble.compressor.network.Layer;
import dev.thimble.compressor.network.PoolingLayer;
import dev.thimble.compressor.network.Shape;

/** Pooling has no parameters: it is ready. */
record PlannedPooling(PoolingLayer layer) implements PlannedLayer {

  @Override
  public String name() {
    return layer.name();
  }

  @Override
  public Shape output() {
    return layer.output();
  }

  @Override
  public long parameters() {
    return 0;
  }

  @Override
  public Layer build(Coefficients coefficients) {
    return layer;
  }
}
