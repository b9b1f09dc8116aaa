/*
 * Copyright 2026 The Thimble Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.thimble.compressor.sensitivity.analysis;

import dev.thimble.compressor.network.Activation;
import dev.thimble.compressor.network.ConvolutionLayer;
import dev.thimble.compressor.network.DenseLayer;
import dev.thimble.compressor.network.DenseWeights;
import dev.thimble.compressor.network.FloatVector;
import dev.thimble.compressor.network.Layer;
import dev.thimble.compressor.network.Network;
import dev.thimble.compressor.network.Padding;
import dev.thimble.compressor.network.PoolingLayer;
import dev.thimble.compressor.network.QuantizedWeights;
import dev.thimble.compressor.network.Scales;
import dev.thimble.compressor.network.Shape;
import dev.thimble.compressor.network.Window;
import dev.thimble.compressor.quantize.IntegerLayer;
import dev.thimble.compressor.quantize.IntegerNetwork;
import dev.thimble.compressor.quantize.IntegerPoolingLayer;
import dev.thimble.compressor.quantize.IntegerWeightedLayer;
import dev.thimble.compressor.quantize.Multipliers;
import dev.thimble.compressor.quantize.OutputStage;
import dev.thimble.runtime.Limits;
import dev.thimble.runtime.ModelException;
import dev.thimble.runtime.internal.format.MemoryBudget;
import dev.thimble.runtime.internal.format.ModelFile;
import dev.thimble.runtime.internal.format.ModelReader;
import dev.thimble.runtime.internal.network.Requantizer;
import dev.thimble.runtime.internal.network.WeightedLayer;
import dev.thimble.runtime.internal.network.Weights;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A {@code *.thim} file as an integer network, and as the real-valued network that it stands for. A
 * file gives a hidden layer's weights only up to a common factor (the multiplier is {@code S_in ·
 * scale / S_out}); here every activation has the input's scale, which no result depends on that
 * compares a layer with itself.
 */
final class DecodedFile {
  private final ModelFile file;
  private final dev.thimble.runtime.internal.network.Network network;
  private final List<IntegerLayer> integers = new ArrayList<>();
  private final List<Layer> reals = new ArrayList<>();

  private DecodedFile(ModelFile file) {
    this.file = file;
    this.network = file.network;
  }

  /**
   * Reads a file that was checked.
   *
   * @throws IllegalArgumentException if it has a kind of layer that the analyses do not know
   */
  static DecodedFile of(byte[] bytes) {
    try {
      Limits limits = Limits.DEFAULT;
      DecodedFile decoded =
          new DecodedFile(ModelReader.read(bytes, limits, new MemoryBudget(limits.memoryBytes())));
      for (int i = 0; i < decoded.network.layerCount(); i++) {
        decoded.add(i);
      }
      return decoded;
    } catch (ModelException e) {
      throw new IllegalArgumentException(e.getMessage(), e);
    }
  }

  /** What the file computes. */
  IntegerNetwork integers() {
    return new IntegerNetwork(
        shape(network.input),
        network.inputScale,
        network.inputZero,
        integers,
        network.outputScale,
        labels(),
        network.softmax);
  }

  /** What the file's integers stand for. */
  Network reals() {
    return new Network(
        shape(network.input),
        network.inputScale,
        network.inputZero,
        reals,
        labels(),
        network.softmax);
  }

  private List<String> labels() {
    List<String> labels = new ArrayList<>();
    for (int i = 0; i < network.classCount(); i++) {
      labels.add(network.label(i));
    }
    return labels;
  }

  private static Shape shape(dev.thimble.runtime.internal.network.Shape shape) {
    return new Shape(shape.channels, shape.height, shape.width);
  }

  private void add(int index) {
    var layer = network.layer(index);
    if (layer instanceof WeightedLayer weighted && weighted.groups == 1) {
      addWeighted(index, weighted);
    } else if (layer instanceof dev.thimble.runtime.internal.network.PoolingLayer pooling) {
      PoolingLayer.Kind kind = pooling.maximum ? PoolingLayer.Kind.MAX : PoolingLayer.Kind.AVERAGE;
      Window window = window(pooling.vertical, pooling.horizontal);
      PoolingLayer real = new PoolingLayer(network.name(index), shape(layer.input), kind, window);
      integers.add(new IntegerPoolingLayer(real));
      reals.add(real);
    } else {
      throw new IllegalArgumentException(
          "layer " + network.name(index) + ": a " + layer.kind + " layer cannot be analysed");
    }
  }

  private static Window window(
      dev.thimble.runtime.internal.network.Window y,
      dev.thimble.runtime.internal.network.Window x) {
    return new Window(
        y.kernel,
        x.kernel,
        y.stride,
        x.stride,
        new Padding(y.padBefore, x.padBefore, y.padAfter, x.padAfter),
        y.dilation,
        x.dilation);
  }

  private void addWeighted(int index, WeightedLayer layer) {
    Weights weights = file.weights(index);
    byte[] levels = weights.dense();
    Scales scales = scales(layer);
    Optional<Window> window =
        layer.kind.equals("dense")
            ? Optional.empty()
            : Optional.of(window(layer.vertical, layer.horizontal));
    QuantizedWeights quantized =
        QuantizedWeights.of(weights.rows, weights.columns, levels, scales, false);
    Shape input = shape(layer.input);
    String name = network.name(index);
    integers.add(
        new IntegerWeightedLayer(
            name, input, window, quantized, layer.inputZero, weights.bias, 0, stage(layer, name)));
    DenseWeights real = DenseWeights.of(weights.rows, weights.columns, quantized.effective());
    FloatVector bias = bias(layer, weights, levels, scales);
    Activation activation = activation(layer.requantizer, name);
    reals.add(
        window.isPresent()
            ? new ConvolutionLayer(name, input, window.get(), 1, real, bias, activation)
            : new DenseLayer(name, input, real, bias, activation));
  }

  /** {@code multiplier / 2^shift}, and for scores times what a score stands for. */
  private Scales scales(WeightedLayer layer) {
    Requantizer requantizer = layer.requantizer;
    double unit = 1 / Math.pow(2, requantizer.shift);
    if (requantizer.isScore()) {
      unit *= (double) network.outputScale / network.inputScale;
    }
    double[] scales = new double[layer.rows];
    for (int row = 0; row < scales.length; row++) {
      // A channel without weights and bias may have the multiplier 0; any scale does for it.
      scales[row] = Math.max(1, requantizer.multiplier(row)) * unit;
    }
    return Scales.perChannel(scales);
  }

  private FloatVector bias(WeightedLayer layer, Weights weights, byte[] levels, Scales scales) {
    float[] bias = new float[layer.rows];
    for (int row = 0, i = 0; row < bias.length; row++) {
      long sum = 0;
      for (int end = i + weights.columns; i < end; i++) {
        sum += levels[i];
      }
      double unfolded = weights.bias[row] + (double) layer.inputZero * sum;
      bias[row] = (float) (unfolded * network.inputScale * scales.get(row));
    }
    return FloatVector.of(bias);
  }

  private static OutputStage stage(WeightedLayer layer, String name) {
    Requantizer requantizer = layer.requantizer;
    if (requantizer.isScore() && requantizer.shift == 0) {
      return new OutputStage.Scores(Optional.empty());
    }
    int[] values = new int[layer.rows];
    for (int row = 0; row < values.length; row++) {
      values[row] = requantizer.multiplier(row);
    }
    Multipliers multipliers = Multipliers.of(values, true, requantizer.shift);
    return requantizer.isScore()
        ? new OutputStage.Scores(Optional.of(multipliers))
        : new OutputStage.Requantize(activation(requantizer, name), requantizer.zero, multipliers);
  }

  private static Activation activation(Requantizer requantizer, String name) {
    if (requantizer.isScore()) {
      return Activation.IDENTITY;
    }
    if (requantizer.isLeaky() || requantizer.upper != 255) {
      throw new IllegalArgumentException(
          "layer " + name + ": only ReLU and identity activations can be analysed");
    }
    // ReLU on a grid that begins at 0 and no activation on it are the same.
    return requantizer.lower == requantizer.zero ? Activation.RELU : Activation.IDENTITY;
  }
}
