/*
 * Copyright 2026 The Thimble Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.thimble.compressor.network;

/** The definition of each layer, cell by cell in double: an oracle that shares no code. */
final class BruteForce {
  private BruteForce() {}

  static double[] logits(Network network, byte[] image) {
    double[] values = new double[image.length];
    for (int i = 0; i < image.length; i++) {
      values[i] = network.inputScale() * ((image[i] & 0xFF) - network.inputZeroPoint());
    }
    for (Layer layer : network.layers()) {
      double[] input = values;
      Shape out = layer.output();
      values = new double[out.size()];
      for (int c = 0, i = 0; c < out.channels(); c++) {
        for (int y = 0; y < out.height(); y++) {
          for (int x = 0; x < out.width(); x++) {
            values[i++] = cell(layer, input, c, y, x);
          }
        }
      }
    }
    return values;
  }

  private static double cell(Layer layer, double[] input, int c, int y, int x) {
    if (layer instanceof DenseLayer dense) {
      double sum = dense.bias().get(c);
      float[] weights = dense.weights().effective();
      for (int i = 0; i < input.length; i++) {
        sum += weights[c * input.length + i] * input[i];
      }
      return activate(dense, sum);
    }
    if (layer instanceof ConvolutionLayer convolution) {
      return convolve(convolution, input, c, y, x);
    }
    return pool((PoolingLayer) layer, input, c, y, x);
  }

  private static double activate(WeightedLayer layer, double value) {
    return layer.activation() == Activation.RELU ? Math.max(0, value) : value;
  }

  private static double convolve(ConvolutionLayer layer, double[] input, int o, int y, int x) {
    Window window = layer.window();
    float[] weights = layer.weights().effective();
    double sum = layer.bias().get(o);
    for (int c = 0; c < layer.input().channels(); c++) {
      for (int ky = 0; ky < window.kernelHeight(); ky++) {
        for (int kx = 0; kx < window.kernelWidth(); kx++) {
          int row = y * window.strideHeight() + ky * window.dilationHeight();
          int column = x * window.strideWidth() + kx * window.dilationWidth();
          int index = (o * layer.input().channels() + c) * window.kernelHeight() + ky;
          double cell =
              inside(layer.input(), row - window.padding().top(), column - window.padding().left())
                  ? at(
                      layer,
                      input,
                      c,
                      row - window.padding().top(),
                      column - window.padding().left())
                  : 0;
          sum += weights[index * window.kernelWidth() + kx] * cell;
        }
      }
    }
    return activate(layer, sum);
  }

  private static double pool(PoolingLayer layer, double[] input, int c, int y, int x) {
    Window window = layer.window();
    double max = Double.NEGATIVE_INFINITY;
    double sum = 0;
    int cells = 0;
    for (int ky = 0; ky < window.kernelHeight(); ky++) {
      for (int kx = 0; kx < window.kernelWidth(); kx++) {
        int row = y * window.strideHeight() + ky - window.padding().top();
        int column = x * window.strideWidth() + kx - window.padding().left();
        if (inside(layer.input(), row, column)) {
          double cell = at(layer, input, c, row, column);
          max = Math.max(max, cell);
          sum += cell;
          cells++;
        }
      }
    }
    return layer.kind() == PoolingLayer.Kind.MAX ? max : sum / cells;
  }

  private static boolean inside(Shape shape, int y, int x) {
    return y >= 0 && y < shape.height() && x >= 0 && x < shape.width();
  }

  private static double at(Layer layer, double[] input, int c, int y, int x) {
    return input[(c * layer.input().height() + y) * layer.input().width() + x];
  }
}
