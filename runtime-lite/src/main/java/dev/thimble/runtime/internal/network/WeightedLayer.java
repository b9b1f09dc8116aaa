/*
 * Copyright 2026 The Thimble Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.thimble.runtime.internal.network;

/**
 * A two-dimensional convolution: weights [filters, channels / groups, kernelHeight, kernelWidth],
 * seen as a matrix [rows, columns]. Cells of the padding have the value of real 0. A dense layer is
 * one whose kernel covers the whole input, so that the output is [units, 1, 1]: {@code acc[o] =
 * bias[o] + sum_i w[o,i] x[i]}.
 */
public final class WeightedLayer extends Layer {

  public final Window vertical;
  public final Window horizontal;
  public final int groups;

  /** The activation of the padding, 0 to 255. */
  public final int inputZero;

  /** Output channels. */
  public final int rows;

  /** Weights of one output channel. */
  public final int columns;

  public final Requantizer requantizer;

  private WeightedLayer(
      String kind,
      String namePrefix,
      Shape input,
      Shape output,
      Window vertical,
      Window horizontal,
      int groups,
      int inputZero,
      Requantizer requantizer) {
    super(kind, namePrefix, input, output, requantizer.zero);
    this.vertical = vertical;
    this.horizontal = horizontal;
    this.groups = groups;
    this.inputZero = inputZero;
    this.rows = output.channels;
    this.columns = input.channels / groups * vertical.kernel * horizontal.kernel;
    this.requantizer = requantizer;
  }

  /** A dense layer over the flattened input. */
  public static WeightedLayer dense(
      Shape input, Shape output, int inputZero, Requantizer requantizer) {
    return new WeightedLayer(
        "dense",
        "fc",
        input,
        output,
        Window.whole(input.height),
        Window.whole(input.width),
        1,
        inputZero,
        requantizer);
  }

  /**
   * A convolution.
   *
   * @param output checked to be what the windows give
   */
  public static WeightedLayer convolution(
      Shape input,
      Shape output,
      Window vertical,
      Window horizontal,
      int groups,
      int inputZero,
      Requantizer requantizer) {
    return new WeightedLayer(
        groups > 1 && groups == input.channels ? "depthwise conv2d" : "conv2d",
        "conv",
        input,
        output,
        vertical,
        horizontal,
        groups,
        inputZero,
        requantizer);
  }

  /**
   * Returns whether every output sees every input, so that the columns are the input's cells in
   * order.
   */
  public boolean isDense() {
    return groups == 1
        && columns == input.size()
        && vertical.padBefore + vertical.padAfter == 0
        && horizontal.padBefore + horizontal.padAfter == 0;
  }

  /** Returns the first input channel of an output channel's group. */
  public int firstChannel(int filter) {
    return filter / (rows / groups) * (input.channels / groups);
  }

  @Override
  public long operations(Weights weights) {
    return (long) weights.kept() * output.plane();
  }
}
