/*
 * Copyright 2026 The Thimble Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.thimble.compressor.network;

/**
 * A two-dimensional convolution (cross-correlation, as is usual in networks).
 *
 * @param groups 1; grouped convolutions are not supported yet
 * @param weights {@code [output channels, input channels · kernel height · kernel width]}
 */
public record ConvolutionLayer(
    String name,
    Shape input,
    Window window,
    int groups,
    Weights weights,
    FloatVector bias,
    Activation activation)
    implements WeightedLayer {

  public ConvolutionLayer {
    if (groups != 1) {
      throw new IllegalArgumentException(
          "layer " + name + ": only convolutions of 1 group are supported, found " + groups);
    }
    WeightedLayer.check(
        name, input.channels() * window.kernelHeight() * window.kernelWidth(), weights, bias);
    window.outputHeight(input.height());
    window.outputWidth(input.width());
  }

  @Override
  public Shape output() {
    return new Shape(
        weights.rows(), window.outputHeight(input.height()), window.outputWidth(input.width()));
  }

  @Override
  public int[][] windows() {
    Shape out = output();
    int[][] windows = new int[out.height() * out.width()][];
    for (int i = 0; i < windows.length; i++) {
      windows[i] = features(i / out.width(), i % out.width());
    }
    return windows;
  }

  private int[] features(int outputY, int outputX) {
    int[] features = new int[columns()];
    int top = outputY * window.strideHeight() - window.padding().top();
    int left = outputX * window.strideWidth() - window.padding().left();
    int i = 0;
    for (int c = 0; c < input.channels(); c++) {
      for (int ky = 0; ky < window.kernelHeight(); ky++) {
        int y = top + ky * window.dilationHeight();
        for (int kx = 0; kx < window.kernelWidth(); kx++) {
          int x = left + kx * window.dilationWidth();
          boolean inside = y >= 0 && y < input.height() && x >= 0 && x < input.width();
          features[i++] = inside ? (c * input.height() + y) * input.width() + x : -1;
        }
      }
    }
    return features;
  }

  @Override
  public ConvolutionLayer withWeights(Weights replacement) {
    return new ConvolutionLayer(name, input, window, groups, replacement, bias, activation);
  }

  @Override
  public ConvolutionLayer withBias(FloatVector replacement) {
    return new ConvolutionLayer(name, input, window, groups, weights, replacement, activation);
  }
}
