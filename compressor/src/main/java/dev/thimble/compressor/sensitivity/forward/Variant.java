/*
 * Copyright 2026 The Thimble Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.thimble.compressor.sensitivity.forward;

import java.util.HashMap;
import java.util.Map;

/** Which layers of a network have other weights; immutable but for the arrays, which it shares. */
public final class Variant {
  private final Map<Integer, float[]> weights;

  /** The network as it is. */
  public Variant() {
    this(Map.of());
  }

  private Variant(Map<Integer, float[]> weights) {
    this.weights = weights;
  }

  /**
   * This variant with other weights in one layer.
   *
   * @param layer index among the layers that have weights
   * @param values {@code [rows, columns]}; the caller must not change them any more
   */
  public Variant with(int layer, float[] values) {
    Map<Integer, float[]> changed = new HashMap<>(weights);
    changed.put(layer, values);
    return new Variant(changed);
  }

  /** The other weights, or null. */
  float[] weights(int layer) {
    return weights.get(layer);
  }
}
