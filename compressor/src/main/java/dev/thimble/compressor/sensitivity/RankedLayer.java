/*
 * Copyright 2026 The Thimble Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.thimble.compressor.sensitivity;

/**
 * A layer's place among the others, the most fragile first.
 *
 * @param layer its name
 * @param lossIncrease mean rise of the loss in nats over the widths 8 … 2 bits with this layer
 *     alone at the width: what the ranking sorts by
 */
public record RankedLayer(String layer, double lossIncrease) {

  public RankedLayer {
    Checks.named("a layer", layer);
    Checks.finite("a loss increase", lossIncrease);
  }
}
