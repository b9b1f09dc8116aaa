/*
 * Copyright 2026 The Thimble Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.thimble.compressor.quantize;

/** How many weights share a scale. */
public enum Granularity {
  /** One scale for each output channel: most exact. */
  CHANNEL,
  /** One scale for the whole layer: smallest. */
  LAYER
}
