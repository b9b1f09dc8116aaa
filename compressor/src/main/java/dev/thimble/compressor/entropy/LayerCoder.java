/*
 * Copyright 2026 The Thimble Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.thimble.compressor.entropy;

import dev.thimble.compressor.quantize.IntegerWeightedLayer;

/** Writes a layer's weights and biases as one block. The same layer gives the same bytes. */
interface LayerCoder {

  /** Whether the layer is within the limits of the block. */
  boolean canEncode(IntegerWeightedLayer layer);

  CodedBlock encode(IntegerWeightedLayer layer);
}
