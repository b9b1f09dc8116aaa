/*
 * Copyright 2026 The Thimble Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.thimble.benchmarks;

import dev.thimble.compressor.network.Activation;
import dev.thimble.compressor.network.ConvolutionLayer;
import dev.thimble.compressor.network.DenseLayer;
import dev.thimble.compressor.network.DenseWeights;
import dev.thimble.compressor.network.FloatVector;
import dev.thimble.compressor.network.Layer;
import dev.thimble.compressor.network.Network;
import dev.thimble.compressor.network.PoolingLayer;
import dev.thimble.compressor.network.Shape;
import dev.thimble.compressor.network.Window;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Networks with random weights that keep the spread of the activations. */
public final class Networks {
  private final Random random;
  private final List<Layer> layers = new ArrayList<>();
  private Shape shape = new Shape(1, 28, 28);

  private Networks(long seed) {
    random = new Random(seed);
  }

  public static Network lenet300(long seed) {
    return new Networks(seed)
        .dense("fc1", 300, Activation.RELU)
        .dense("fc2", 100, Activation.RELU)
        .dense("fc3", 10, Activation.IDENTITY)
        .build();
  }

  public static Network lenet5(long seed) {
    return new Networks(seed)
        .convolution("conv1", 20)
        .pooling("pool1", PoolingLayer.Kind.MAX)
        .convolution("conv2", 50)
        .pooling("pool2", PoolingLayer.Kind.MAX)
        .dense("fc1", 500, Activation.RELU)
        .dense("fc2", 10, Activation.IDENTITY)
        .build();
  }

  /** Average pooling and a layer without ReLU, whose zero point lies inside the range. */
  public static Network averaging(long seed) {
    return new Networks(seed)
        .convolution("conv1", 6)
        .pooling("pool1", PoolingLayer.Kind.AVERAGE)
        .dense("fc1", 30, Activation.IDENTITY)
        .dense("fc2", 10, Activation.IDENTITY)
        .build();
  }

  private Networks dense(String name, int outputs, Activation activation) {
    int inputs = shape.size();
    layers.add(new DenseLayer(name, shape, weights(outputs, inputs), bias(outputs), activation));
    return next();
  }

  private Networks convolution(String name, int filters) {
    layers.add(
        new ConvolutionLayer(
            name,
            shape,
            Window.square(5, 1),
            1,
            weights(filters, shape.channels() * 25),
            bias(filters),
            Activation.RELU));
    return next();
  }

  private Networks pooling(String name, PoolingLayer.Kind kind) {
    layers.add(new PoolingLayer(name, shape, kind, Window.square(2, 2)));
    return next();
  }

  private Networks next() {
    shape = layers.get(layers.size() - 1).output();
    return this;
  }

  private Network build() {
    return new Network(
        new Shape(1, 28, 28), 1 / 255.0, 0, layers, Network.numberedLabels(10), true);
  }

  private DenseWeights weights(int rows, int columns) {
    return DenseWeights.of(rows, columns, values(rows * columns, Math.sqrt(2.0 / columns)));
  }

  private FloatVector bias(int length) {
    return FloatVector.of(values(length, 0.1));
  }

  private float[] values(int length, double deviation) {
    float[] values = new float[length];
    for (int i = 0; i < length; i++) {
      values[i] = (float) (random.nextGaussian() * deviation);
    }
    return values;
  }
}
