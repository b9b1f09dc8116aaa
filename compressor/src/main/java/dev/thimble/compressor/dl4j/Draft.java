/*
 * Copyright 2026 The Thimble Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.thimble.compressor.dl4j;

import dev.thimble.compressor.network.Activation;
import dev.thimble.compressor.network.PoolingLayer;
import dev.thimble.compressor.network.Shape;
import java.util.ArrayList;
import java.util.List;

/**
 * A network being planned: which layers can be merged into those before them. A ReLU commutes with
 * maximum pooling, {@code max(0, max x) = max(max(0, x))}, so it may reach the weighted layer
 * across it; it does nothing to averages of values that are not negative.
 */
final class Draft {
  /** Most parameters, 256 MiB as floats: far above what a small device can hold. */
  static final long MAX_PARAMETERS = 1L << 26;

  private final Shape input;
  private final List<PlannedLayer> layers = new ArrayList<>();
  private Shape shape;
  private boolean softmax;

  Draft(Shape input) {
    this.input = input;
    this.shape = input;
  }

  /** What the next layer is given. */
  Shape shape() {
    return shape;
  }

  boolean isEmpty() {
    return layers.isEmpty();
  }

  /** Whether the last function was a softmax, so that only steps without effect may follow. */
  boolean softmax() {
    return softmax;
  }

  void add(PlannedWeights weights) throws ModelReadException {
    append(weights);
    long parameters = layers.stream().mapToLong(PlannedLayer::parameters).sum();
    if (parameters > MAX_PARAMETERS) {
      throw new ModelReadException(
          "layer " + weights.name(),
          "at most " + MAX_PARAMETERS + " parameters up to here",
          parameters);
    }
  }

  void add(PoolingLayer pooling) {
    append(new PlannedPooling(pooling));
  }

  private void append(PlannedLayer layer) {
    shape = layer.output();
    layers.add(layer);
  }

  /** Folds a batch normalization into the layer before it. */
  void fold(Normalization normalization) throws ModelReadException {
    int end = layers.size() - 1;
    if (end >= 0
        && layers.get(end) instanceof PlannedWeights weights
        && weights.activation() == Activation.IDENTITY
        && weights.rows() == normalization.channels()) {
      layers.set(end, weights.with(normalization));
      return;
    }
    throw new ModelReadException(
        "layer " + normalization.name(),
        "a batch normalization of each output channel, directly after a dense or convolution layer"
            + " with identity activation",
        "one of "
            + normalization.channels()
            + " channels after "
            + (end < 0 ? "the image" : end(end)));
  }

  private String end(int index) {
    if (layers.get(index) instanceof PlannedWeights weights) {
      String activation = weights.activation() == Activation.RELU ? " and ReLU" : "";
      return "layer " + weights.name() + " of " + weights.rows() + " channels" + activation;
    }
    return "pooling " + layers.get(index).name();
  }

  /** Applies a function to the outputs so far. */
  void apply(String name, ElementFunction function) throws ModelReadException {
    if (softmax && function != ElementFunction.IDENTITY) {
      throw new ModelReadException(
          "layer " + name, "softmax as the last function", function + " after it");
    }
    switch (function) {
      case RELU -> relu(name);
      case SOFTMAX -> {
        if (shape.height() != 1 || shape.width() != 1) {
          throw new ModelReadException("layer " + name, "a softmax of a vector", "one of " + shape);
        }
        softmax = true;
      }
      case IDENTITY -> {}
    }
  }

  private void relu(String name) throws ModelReadException {
    PoolingLayer average = null;
    for (int i = layers.size() - 1; i >= 0; i--) {
      if (layers.get(i) instanceof PlannedWeights weights) {
        if (average == null || weights.activation() == Activation.RELU) {
          layers.set(i, weights.withRelu());
          return;
        }
        break;
      }
      PoolingLayer pooling = ((PlannedPooling) layers.get(i)).layer();
      average = pooling.kind() == PoolingLayer.Kind.AVERAGE ? pooling : average;
    }
    throw new ModelReadException(
        "layer " + name,
        "a ReLU after a dense or convolution layer, with nothing but maximum pooling between",
        average == null ? "one on the image" : "one after the average pooling " + average.name());
  }

  Plan finish() throws ModelReadException {
    if (layers.stream().noneMatch(PlannedWeights.class::isInstance)) {
      throw new ModelReadException("network", "a dense or convolution layer", "none");
    }
    return new Plan(input, layers, softmax);
  }
}
