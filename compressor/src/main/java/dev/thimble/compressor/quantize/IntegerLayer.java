/*
 * Copyright 2026 The Thimble Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.thimble.compressor.quantize;

import dev.thimble.compressor.network.Shape;

/** One step of an {@link IntegerNetwork}. */
public sealed interface IntegerLayer permits IntegerWeightedLayer, IntegerPoolingLayer {

  String name();

  Shape input();

  Shape output();
}
