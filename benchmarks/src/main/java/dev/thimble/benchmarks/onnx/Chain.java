/*
 * Copyright 2026 The Thimble Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.thimble.benchmarks.onnx;

import dev.thimble.compressor.network.Padding;
import dev.thimble.compressor.network.PoolingLayer;
import dev.thimble.compressor.network.Shape;
import dev.thimble.compressor.network.Window;
import java.util.List;
import java.util.Optional;

/**
 * A graph that is extended at its end: what the real-valued and the integer export have in common.
 * The value at the end has four dimensions as long as there are planes, later two.
 */
final class Chain {
  static final String INPUT = "image";
  static final String OUTPUT = "logits";

  private final Graph graph = new Graph();
  private String end = INPUT;
  private boolean planes;

  /**
   * Begins with the images.
   *
   * @param planes whether the first layer wants planes; otherwise an image is a vector
   */
  Chain(ElementType type, Shape image, boolean planes) {
    this.planes = planes;
    if (planes) {
      graph.input(INPUT, type, image.channels(), image.height(), image.width());
    } else {
      graph.input(INPUT, type, image.size());
    }
  }

  Graph graph() {
    return graph;
  }

  /** Makes vectors of planes. */
  void flatten() {
    if (planes) {
      apply("Flatten", end + ".flat", List.of(end));
      planes = false;
    }
  }

  /**
   * Applies {@code weights · value + bias}.
   *
   * @param window of a convolution; empty for a dense layer
   */
  void weighted(String layer, String weights, String bias, Optional<Window> window) {
    List<String> inputs = List.of(end, weights, bias);
    if (window.isPresent()) {
      Window w = window.get();
      apply("Conv", layer, inputs, kernel(w), strides(w), pads(w), dilations(w));
    } else {
      apply("Gemm", layer, inputs, Attribute.integer("transB", 1));
    }
  }

  void pooling(PoolingLayer layer) {
    String operator =
        switch (layer.kind()) {
          case MAX -> "MaxPool";
          case AVERAGE -> "AveragePool";
        };
    Window w = layer.window();
    apply(operator, layer.name(), List.of(end), kernel(w), strides(w), pads(w));
  }

  void relu(String layer) {
    apply("Relu", layer + ".relu", List.of(end));
  }

  /** Brings real values to a grid of bytes. */
  void quantize(String layer, String scale, String zeroPoint) {
    apply("QuantizeLinear", layer + ".bytes", List.of(end, scale, zeroPoint));
  }

  /** Brings bytes back to real values. */
  void dequantize(String layer, String scale, String zeroPoint) {
    apply("DequantizeLinear", layer + ".reals", List.of(end, scale, zeroPoint));
  }

  /** Ends with one real logit for each class; returns the file. */
  byte[] finish(int classes) {
    flatten();
    apply("Identity", OUTPUT, List.of(end));
    graph.output(OUTPUT, ElementType.FLOAT, classes);
    return graph.toModel();
  }

  private void apply(
      String operator, String result, List<String> inputs, ProtoMessage... attributes) {
    end = graph.node(operator, result, inputs, attributes);
  }

  private static ProtoMessage kernel(Window window) {
    return Attribute.integers("kernel_shape", window.kernelHeight(), window.kernelWidth());
  }

  private static ProtoMessage strides(Window window) {
    return Attribute.integers("strides", window.strideHeight(), window.strideWidth());
  }

  private static ProtoMessage dilations(Window window) {
    return Attribute.integers("dilations", window.dilationHeight(), window.dilationWidth());
  }

  private static ProtoMessage pads(Window window) {
    Padding padding = window.padding();
    return Attribute.integers(
        "pads", padding.top(), padding.left(), padding.bottom(), padding.right());
  }
}
