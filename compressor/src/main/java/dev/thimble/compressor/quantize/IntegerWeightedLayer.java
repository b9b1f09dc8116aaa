/*
 * Copyright 2026 The Thimble Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.thimble.compressor.quantize;

import dev.thimble.compressor.network.IntegerWeights;
import dev.thimble.compressor.network.Shape;
import dev.thimble.compressor.network.Window;
import java.util.Optional;

/**
 * A dense layer or a convolution in integers: {@code acc = bias + Σ level · activation}, then its
 * output stage. The activations count from 0, so their zero point has been folded into the bias.
 */
public final class IntegerWeightedLayer implements IntegerLayer {
  private final String name;
  private final Shape input;
  private final Optional<Window> window;
  private final IntegerWeights weights;
  private final int inputZeroPoint;
  private final int[] biases;
  private final int biasShift;
  private final OutputStage stage;

  /**
   * @param window of a convolution; empty for a dense layer
   * @param inputZeroPoint what a convolution's padding is filled with
   * @param biases one for each output channel, multiples of {@code 2^biasShift}
   */
  public IntegerWeightedLayer(
      String name,
      Shape input,
      Optional<Window> window,
      IntegerWeights weights,
      int inputZeroPoint,
      int[] biases,
      int biasShift,
      OutputStage stage) {
    this.name = name;
    this.input = input;
    this.window = window;
    this.weights = weights;
    this.inputZeroPoint = inputZeroPoint;
    this.biases = biases.clone();
    this.biasShift = biasShift;
    this.stage = stage;
    requireNoOverflow();
  }

  /** No partial sum may leave the 32-bit range: |bias| + 255 · Σ |level| < 2³¹. */
  private void requireNoOverflow() {
    for (int row = 0, i = 0; row < weights.rows(); row++) {
      long bound = Math.abs((long) biases[row]);
      for (int end = i + weights.columns(); i < end; i++) {
        bound += 255L * Math.abs(weights.level(i));
      }
      if (bound > Integer.MAX_VALUE) {
        throw new IllegalArgumentException(
            "layer "
                + name
                + ": output channel "
                + row
                + " can reach "
                + bound
                + ", more than the 2^31 - 1 of its accumulator");
      }
    }
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public Shape input() {
    return input;
  }

  @Override
  public Shape output() {
    return window
        .map(
            w ->
                new Shape(
                    weights.rows(), w.outputHeight(input.height()), w.outputWidth(input.width())))
        .orElseGet(() -> Shape.vector(weights.rows()));
  }

  /** The kernel of a convolution; empty for a dense layer. */
  public Optional<Window> window() {
    return window;
  }

  public IntegerWeights weights() {
    return weights;
  }

  /** The activation that stands for real 0 in this layer's input. */
  public int inputZeroPoint() {
    return inputZeroPoint;
  }

  public int bias(int row) {
    return biases[row];
  }

  /** The biases, one for each output channel; a fresh array. */
  public int[] biases() {
    return biases.clone();
  }

  /** Number of low bits that are 0 in every bias. */
  public int biasShift() {
    return biasShift;
  }

  public OutputStage stage() {
    return stage;
  }
}
