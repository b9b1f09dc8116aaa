/*
 * Copyright 2026 The Thimble Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.thimble.compressor.sensitivity.analysis;

import dev.thimble.compressor.quantize.IntegerLayer;
import dev.thimble.compressor.quantize.IntegerNetwork;
import dev.thimble.compressor.quantize.IntegerWeightedLayer;
import dev.thimble.compressor.quantize.OutputStage;
import java.util.ArrayList;
import java.util.List;

/**
 * What an integer network's layers mean in real numbers. A file does not say it of hidden layers;
 * it follows from the weights' scales: {@code S_out = S_in · scale · 2^shift / multiplier}.
 */
final class Grids {

  private Grids() {}

  /**
   * One layer's outputs: {@code real = scale · (q − zeroPoint)}.
   *
   * @param score whether outputs are scores, which are not limited to 0 … 255
   */
  record Grid(double scale, int zeroPoint, boolean score) {

    double real(int output) {
      return scale * (output - zeroPoint);
    }
  }

  /** One a layer, in order. */
  static List<Grid> of(IntegerNetwork network) {
    List<Grid> grids = new ArrayList<>();
    Grid grid = new Grid(network.inputScale(), network.inputZeroPoint(), false);
    for (IntegerLayer layer : network.layers()) {
      if (layer instanceof IntegerWeightedLayer weighted) {
        grid =
            weighted.stage() instanceof OutputStage.Requantize requantize
                ? new Grid(scale(weighted, requantize, grid), requantize.zeroPoint(), false)
                : new Grid(network.outputScale(), 0, true);
      }
      grids.add(grid);
    }
    return grids;
  }

  /** From the channel with the largest multiplier, whose rounding is relatively smallest. */
  private static double scale(
      IntegerWeightedLayer layer, OutputStage.Requantize stage, Grid input) {
    int best = 0;
    for (int row = 1; row < layer.weights().rows(); row++) {
      best = stage.multipliers().get(row) > stage.multipliers().get(best) ? row : best;
    }
    double factor = stage.multipliers().get(best) / Math.pow(2, stage.multipliers().shift());
    return input.scale() * layer.weights().scales().get(best) / factor;
  }
}
