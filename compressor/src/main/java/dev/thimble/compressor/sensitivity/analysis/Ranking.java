/*
 * Copyright 2026 The Thimble Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.thimble.compressor.sensitivity.analysis;

import dev.thimble.compressor.sensitivity.RankedLayer;
import dev.thimble.compressor.sensitivity.Sweep;
import dev.thimble.compressor.sensitivity.Sweep.LayerSweep;
import java.util.Comparator;
import java.util.List;

/** Layers by how much the loss rises over the widths with the layer alone at the width. */
final class Ranking {
  private static final double MIN_BITS = 2;

  private Ranking() {}

  static List<RankedLayer> of(Sweep bits, double loss) {
    return bits.layers().stream()
        .map(layer -> new RankedLayer(layer.layer(), increase(layer, loss)))
        .sorted(Comparator.comparingDouble(RankedLayer::lossIncrease).reversed())
        .toList();
  }

  private static double increase(LayerSweep layer, double loss) {
    return layer.alone().stream()
        .filter(point -> point.value() >= MIN_BITS)
        .mapToDouble(point -> point.measurement().loss() - loss)
        .average()
        .orElse(0);
  }
}
