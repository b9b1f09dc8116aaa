/*
 * Copyright 2026 The Thimble Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.thimble.compressor.network;

import java.util.Arrays;
import java.util.stream.Collectors;

/** A layer that computes {@code activation(weights · input + bias)}. */
public sealed interface WeightedLayer extends Layer permits DenseLayer, ConvolutionLayer {

  Weights weights();

  /** One bias for each output channel. */
  FloatVector bias();

  Activation activation();

  /**
   * The features that the weights of an output channel meet, {@code [position][column]}, at every
   * output position; -1 in the padding. A dense layer has one position.
   */
  int[][] windows();

  WeightedLayer withWeights(Weights weights);

  WeightedLayer withBias(FloatVector bias);

  /** Number of output channels. */
  default int rows() {
    return weights().rows();
  }

  /** Weights of one output channel. */
  default int columns() {
    return weights().columns();
  }

  /**
   * This layer's weights as the kind that a stage can work with.
   *
   * @throws IllegalArgumentException if the stages are in the wrong order
   */
  default Weights requireKind(String stage, String... kinds) {
    String found = weights().kind();
    if (!Arrays.asList(kinds).contains(found)) {
      throw new IllegalArgumentException(
          "layer "
              + name()
              + ": "
              + stage
              + " needs "
              + Arrays.stream(kinds).collect(Collectors.joining(" or "))
              + " weights, found "
              + found);
    }
    return weights();
  }

  /** Checks that both layers share. */
  static void check(String name, int columns, Weights weights, FloatVector bias) {
    if (weights.columns() != columns) {
      throw new IllegalArgumentException(
          "layer "
              + name
              + ": expected "
              + columns
              + " weights per output channel, found "
              + weights.columns());
    }
    if (bias.length() != weights.rows()) {
      throw new IllegalArgumentException(
          "layer " + name + ": expected " + weights.rows() + " biases, found " + bias.length());
    }
    Matrix.requireFinite(name, "bias", bias::get, bias.length());
    if (weights instanceof DenseWeights dense) {
      Matrix.requireFinite(name, "weight", dense::get, dense.size());
    } else if (weights instanceof PrunedWeights pruned) {
      Matrix.requireFinite(name, "weight", pruned::get, pruned.size());
    }
  }
}
