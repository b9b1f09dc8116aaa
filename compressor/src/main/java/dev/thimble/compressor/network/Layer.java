/*
 * Copyright 2026 The Thimble Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.thimble.compressor.network;

/** One step of a sequential network. */
public sealed interface Layer permits WeightedLayer, PoolingLayer {

  /** A name that is unique in its network. */
  String name();

  Shape input();

  Shape output();
}
