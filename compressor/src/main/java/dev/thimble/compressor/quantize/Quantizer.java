/*
 * Copyright 2026 The Thimble Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.thimble.compressor.quantize;

import dev.thimble.compressor.network.Network;
import dev.thimble.compressor.network.QuantizedWeights;
import dev.thimble.compressor.network.Scales;
import dev.thimble.compressor.network.WeightedLayer;
import dev.thimble.compressor.network.Weights;
import java.util.ArrayList;
import java.util.List;

/**
 * Rounds weights to a symmetric grid: {@code scale = max |w| / maxLevel}, {@code level = round(w /
 * scale)}, half away from zero. In a pruned layer a weight that rounds to 0 is pruned. Weights that
 * were trained on a grid keep it.
 *
 * <p>No channel's scale is below a 64th of the layer's largest: the channels share the shift of
 * their multipliers, and a smaller scale would leave a multiplier too few bits for what the
 * channel's bias adds.
 */
public final class Quantizer {
  private static final double SMALLEST_SCALE = 1.0 / 64;

  /** Steps by which a float of a grid may miss it. */
  private static final double GRID_TOLERANCE = 1e-4;

  private final QuantizeOptions options;

  public Quantizer(QuantizeOptions options) {
    this.options = options;
  }

  /** The network with quantized weights; its layers must be dense or pruned. */
  public Network quantize(Network network) {
    List<Weights> quantized = new ArrayList<>();
    for (WeightedLayer layer : network.weightedLayers()) {
      quantized.add(quantize(layer.requireKind("quantize", "dense", "pruned")));
    }
    return network.withWeights(quantized);
  }

  private QuantizedWeights quantize(Weights weights) {
    float[] values = weights.effective();
    Scales scales = scales(weights, values);
    byte[] levels = new byte[values.length];
    for (int i = 0; i < levels.length; i++) {
      levels[i] = (byte) level(values[i] / scales.get(i / weights.columns()));
    }
    boolean pruned = weights.kept() < weights.size();
    return QuantizedWeights.of(weights.rows(), weights.columns(), levels, scales, pruned);
  }

  private int level(double steps) {
    double rounded = Math.floor(Math.abs(steps) + 0.5);
    int level = (int) Math.min(options.maxLevel(), rounded);
    return steps < 0 ? -level : level;
  }

  private Scales scales(Weights weights, float[] values) {
    double[] scales = new double[weights.rows()];
    double smallest = Double.POSITIVE_INFINITY;
    double largest = 0;
    for (int row = 0; row < scales.length; row++) {
      double max = 0;
      for (int i = row * weights.columns(), n = i + weights.columns(); i < n; i++) {
        max = Math.max(max, Math.abs(values[i]));
      }
      scales[row] = max / options.maxLevel();
      if (max > 0) {
        smallest = Math.min(smallest, scales[row]);
      }
      largest = Math.max(largest, scales[row]);
    }
    if (options.granularity() == Granularity.LAYER) {
      double scale = options.isTrained() ? gridScale(values, largest) : largest;
      return Scales.perLayer(scale > 0 ? scale : 1);
    }
    for (int row = 0; row < scales.length; row++) {
      if (scales[row] == 0) {
        scales[row] = largest > 0 ? smallest : 1;
      }
      scales[row] = Math.max(scales[row], SMALLEST_SCALE * largest);
    }
    return Scales.perChannel(scales);
  }

  /**
   * The scale on which weights that were trained on a grid lie exactly, the coarsest one; the usual
   * one if there is none, because a later stage changed the weights.
   */
  private double gridScale(float[] values, double usual) {
    for (int reached = 1; reached < options.maxLevel(); reached++) {
      double scale = usual * options.maxLevel() / reached;
      if (liesOnGrid(values, scale)) {
        return scale;
      }
    }
    return usual;
  }

  private static boolean liesOnGrid(float[] values, double scale) {
    for (float value : values) {
      double steps = value / scale;
      if (Math.abs(steps - Math.rint(steps)) > GRID_TOLERANCE) {
        return false;
      }
    }
    return true;
  }
}
