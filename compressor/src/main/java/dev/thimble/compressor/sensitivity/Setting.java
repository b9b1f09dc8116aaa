/*
 * Copyright 2026 The Thimble Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.thimble.compressor.sensitivity;

/** What a sweep changes about a layer's weights. */
public enum Setting {
  /** Bits of a weight: 8 … 1. Below 2 the levels are −1 and 1 times the mean magnitude. */
  BITS,
  /** Kept share of the weights, the largest magnitudes: 1 … 0.01. The others are 0. */
  DENSITY,
  /** Number of values that the weights share, by k-means over their 8-bit levels: 256 … 2. */
  CODEBOOK
}
