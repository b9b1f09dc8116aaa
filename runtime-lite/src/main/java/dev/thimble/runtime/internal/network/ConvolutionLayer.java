/*
 * Copyright 2026 The Thimble Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.thimble.runtime.internal.network;

/**
 * A two-dimensional convolution: weights [filters, channels / groups, kernelHeight, kernelWidth].
 * Cells of the padding have the value of real 0.
 */
public final class ConvolutionLayer extends WeightedLayer {

  private final Window vertical;
  private final Window horizontal;
  private final int groups;
  private final int inputZero;

  /**
   * Creates the layer.
   *
   * @param output checked to be what the windows give
   * @param inputZero the activation of the padding, 0 to 255
   */
  public ConvolutionLayer(
      Shape input,
      Shape output,
      Window vertical,
      Window horizontal,
      int groups,
      int inputZero,
      int outputZero,
      Requantizer requantizer) {
    super(
        input,
        output,
        outputZero,
        output.channels(),
        input.channels() / groups * vertical.kernel() * horizontal.kernel(),
        requantizer);
    this.vertical = vertical;
    this.horizontal = horizontal;
    this.groups = groups;
    this.inputZero = inputZero;
  }

  public Window vertical() {
    return vertical;
  }

  public Window horizontal() {
    return horizontal;
  }

  public int groups() {
    return groups;
  }

  public int inputZero() {
    return inputZero;
  }

  /** Returns the first input channel of an output channel's group. */
  public int firstChannel(int filter) {
    return filter / (output().channels() / groups) * (input().channels() / groups);
  }

  @Override
  public String kind() {
    return groups == input().channels() && groups > 1 ? "depthwise conv2d" : "conv2d";
  }

  @Override
  public String namePrefix() {
    return "conv";
  }
}
