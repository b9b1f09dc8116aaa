/*
 * Copyright 2026 The Thimble Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.thimble.benchmarks.onnx;

import dev.thimble.compressor.network.IntegerWeights;
import dev.thimble.compressor.quantize.IntegerWeightedLayer;
import java.util.List;

/**
 * The weights and biases of an integer layer as dequantized constants: scales for each output
 * channel, zero points 0. The zero point of the activations, which the file folds into the biases,
 * is taken out again, since ONNX subtracts it from the activations.
 */
final class WeightConstants {
  private static final int CHANNEL_AXIS = 0;

  private final Graph graph;
  private final IntegerWeightedLayer layer;
  private final IntegerWeights levels;
  private final double inputScale;

  WeightConstants(Graph graph, IntegerWeightedLayer layer, double inputScale) {
    this.graph = graph;
    this.layer = layer;
    this.levels = layer.weights();
    this.inputScale = inputScale;
  }

  String weights() {
    int rows = levels.rows();
    int[] shape = WeightShape.of(rows, levels.columns(), layer.input(), layer.window());
    return dequantized(
        "weights",
        Tensor.signedBytes(levels.levels(), shape),
        1,
        Tensor.signedBytes(new byte[rows], rows));
  }

  String bias() {
    int rows = levels.rows();
    int[] biases = layer.biases();
    for (int row = 0; row < rows; row++) {
      int sum = 0;
      for (int i = row * levels.columns(), end = i + levels.columns(); i < end; i++) {
        sum += levels.level(i);
      }
      biases[row] = Math.addExact(biases[row], Math.multiplyExact(layer.inputZeroPoint(), sum));
    }
    return dequantized(
        "bias", Tensor.integers(biases, rows), inputScale, Tensor.integers(new int[rows], rows));
  }

  /** Real values of {@code factor · weightScale[row] · levels}. */
  private String dequantized(String what, Tensor values, double factor, Tensor zeroPoints) {
    String name = layer.name() + "." + what;
    float[] scales = new float[levels.rows()];
    for (int row = 0; row < scales.length; row++) {
      scales[row] = (float) (factor * levels.scales().get(row));
    }
    List<String> inputs =
        List.of(
            graph.constant(name + ".levels", values),
            graph.constant(name + ".scale", Tensor.floats(scales, scales.length)),
            graph.constant(name + ".zero", zeroPoints));
    return graph.node("DequantizeLinear", name, inputs, Attribute.integer("axis", CHANNEL_AXIS));
  }
}
