/*
 * Copyright 2026 The Thimble Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.thimble.compressor.quantize;

import dev.thimble.compressor.network.Activation;
import dev.thimble.compressor.network.ConvolutionLayer;
import dev.thimble.compressor.network.IntegerWeights;
import dev.thimble.compressor.network.Layer;
import dev.thimble.compressor.network.Network;
import dev.thimble.compressor.network.PoolingLayer;
import dev.thimble.compressor.network.Scales;
import dev.thimble.compressor.network.WeightedLayer;
import dev.thimble.compressor.network.Window;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Folds scales, zero points and real biases into integers, layer by layer. */
final class Lowering {
  private static final int MAX_BIAS_SHIFT = 24;

  private final Network network;
  private final Calibration calibration;
  private final QuantizeOptions options;
  private final List<IntegerLayer> layers = new ArrayList<>();
  private ActivationGrid grid;
  private double outputScale;

  Lowering(Network network, Calibration calibration, QuantizeOptions options) {
    if (calibration.outputs().size() != network.layers().size()) {
      throw new IllegalArgumentException(
          "expected calibrated ranges of "
              + network.layers().size()
              + " layers, found "
              + calibration.outputs().size());
    }
    this.network = network;
    this.calibration = calibration;
    this.options = options;
  }

  IntegerNetwork lower() {
    float inputScale = (float) network.inputScale();
    grid = new ActivationGrid(inputScale, network.inputZeroPoint());
    int last = network.layers().size() - 1;
    for (int i = 0; i <= last; i++) {
      Layer layer = network.layers().get(i);
      if (layer instanceof PoolingLayer pooling) {
        layers.add(new IntegerPoolingLayer(pooling));
        outputScale = grid.scale();
      } else {
        layers.add(weighted((WeightedLayer) layer, calibration.outputs().get(i), i == last));
      }
    }
    return new IntegerNetwork(
        network.input(),
        inputScale,
        network.inputZeroPoint(),
        layers,
        (float) outputScale,
        network.labels(),
        network.softmax());
  }

  private IntegerWeightedLayer weighted(WeightedLayer layer, Range outputs, boolean last) {
    IntegerWeights weights =
        (IntegerWeights) layer.requireKind("the integer network", "quantized", "clustered");
    ActivationGrid in = grid;
    ActivationGrid out = ActivationGrid.of(outputs, in.scale() * weights.scales().max());
    double[] factors = factors(weights.scales(), layer.rows(), in.scale() / out.scale());
    OutputStage stage;
    if (last) {
      stage = scores(layer, weights.scales(), in);
    } else {
      Multipliers multipliers = Multipliers.fit(factors, weights.scales().isPerChannel());
      stage = new OutputStage.Requantize(layer.activation(), out.zeroPoint(), multipliers);
    }
    int shift = biasShift(factors);
    int[] biases = biases(layer, weights, in, shift);
    grid = out;
    Optional<Window> window =
        layer instanceof ConvolutionLayer convolution
            ? Optional.of(convolution.window())
            : Optional.empty();
    return new IntegerWeightedLayer(
        layer.name(), layer.input(), window, weights, in.zeroPoint(), biases, shift, stage);
  }

  private OutputStage scores(WeightedLayer layer, Scales scales, ActivationGrid in) {
    if (layer.activation() != Activation.IDENTITY) {
      throw new IllegalArgumentException(
          "layer "
              + layer.name()
              + ": the last layer gives scores and has no activation, found "
              + layer.activation());
    }
    if (!scales.isPerChannel()) {
      outputScale = in.scale() * scales.get(0);
      return new OutputStage.Scores(Optional.empty());
    }
    Multipliers multipliers = Multipliers.fitBelowOne(factors(scales, layer.rows(), 1));
    outputScale = in.scale() * scales.max() * (1L << multipliers.shift()) / multipliers.max();
    return new OutputStage.Scores(Optional.of(multipliers));
  }

  /** {@code scale[row] · factor} for each different scale. */
  private static double[] factors(Scales scales, int rows, double factor) {
    double[] factors = new double[scales.isPerChannel() ? rows : 1];
    for (int row = 0; row < factors.length; row++) {
      factors[row] = scales.get(row) * factor;
    }
    return factors;
  }

  /** The largest shift whose rounding error, half a unit, stays within the tolerated steps. */
  private int biasShift(double[] factors) {
    double largest = 0;
    for (double factor : factors) {
      largest = Math.max(largest, factor);
    }
    int shift = 0;
    double error = largest;
    while (shift < MAX_BIAS_SHIFT && error <= options.biasTolerance()) {
      shift++;
      error *= 2;
    }
    return shift;
  }

  private static int[] biases(
      WeightedLayer layer, IntegerWeights weights, ActivationGrid in, int shift) {
    int[] biases = new int[layer.rows()];
    double unit = 1L << shift;
    for (int row = 0; row < biases.length; row++) {
      long sum = 0;
      for (int i = row * layer.columns(), end = i + layer.columns(); i < end; i++) {
        sum += weights.level(i);
      }
      double real = layer.bias().get(row) / (in.scale() * weights.scales().get(row));
      double folded = Math.floor(real + 0.5) - (double) in.zeroPoint() * sum;
      double rounded = Math.floor(folded / unit + 0.5) * unit;
      if (Math.abs(rounded) > Integer.MAX_VALUE) {
        throw new IllegalArgumentException(
            "layer "
                + layer.name()
                + ": bias "
                + row
                + " is "
                + rounded
                + " steps, which does not fit in 32 bits");
      }
      biases[row] = (int) rounded;
    }
    return biases;
  }
}
