/*
 * Copyright 2026 The Thimble Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.thimble.compressor.artifact;

import dev.thimble.compressor.entropy.ByteWriter;
import dev.thimble.compressor.network.Network;
import dev.thimble.compressor.network.Padding;
import dev.thimble.compressor.network.PoolingLayer;
import dev.thimble.compressor.network.Shape;
import dev.thimble.compressor.network.Window;
import dev.thimble.compressor.quantize.IntegerLayer;
import dev.thimble.compressor.quantize.IntegerNetwork;
import dev.thimble.compressor.quantize.IntegerPoolingLayer;
import dev.thimble.compressor.quantize.IntegerWeightedLayer;
import dev.thimble.compressor.quantize.Multipliers;
import dev.thimble.compressor.quantize.OutputStage;
import dev.thimble.runtime.internal.format.Format;
import java.util.ArrayList;
import java.util.List;

/** Section N: shapes and all numbers that are not weights. What equals its default is left out. */
final class NetworkSection {
  private final ByteWriter out = new ByteWriter();

  private NetworkSection() {}

  static byte[] payload(IntegerNetwork network) {
    NetworkSection section = new NetworkSection();
    section.write(network);
    return section.out.toByteArray();
  }

  private void write(IntegerNetwork network) {
    boolean labels = !network.labels().equals(Network.numberedLabels(network.labels().size()));
    List<String> names = network.layers().stream().map(IntegerLayer::name).toList();
    boolean named = !names.equals(defaultNames(network.layers()));
    int flags = labels ? Format.FLAG_LABELS : 0;
    flags |= named ? Format.FLAG_LAYER_NAMES : 0;
    flags |= network.softmax() ? Format.FLAG_SOFTMAX : 0;
    Shape input = network.input();
    out.varint(flags).varint(input.channels()).varint(input.height()).varint(input.width());
    out.f32(network.inputScale()).u8(network.inputZeroPoint()).f32(network.outputScale());
    out.varint(network.layers().size());
    network.layers().forEach(this::layer);
    if (labels) {
      network.labels().forEach(label -> Strings.write(out, "label", label));
    }
    if (named) {
      names.forEach(name -> Strings.write(out, "layer name", name));
    }
  }

  /** What a reader calls layers without names: kind and number among the kind. */
  static List<String> defaultNames(List<IntegerLayer> layers) {
    int convolutions = 0;
    int poolings = 0;
    int dense = 0;
    List<String> names = new ArrayList<>();
    for (IntegerLayer layer : layers) {
      if (layer instanceof IntegerPoolingLayer) {
        names.add("pool" + ++poolings);
      } else if (((IntegerWeightedLayer) layer).window().isPresent()) {
        names.add("conv" + ++convolutions);
      } else {
        names.add("fc" + ++dense);
      }
    }
    return names;
  }

  private void layer(IntegerLayer layer) {
    if (layer instanceof IntegerPoolingLayer pooling) {
      pooling(pooling.pooling());
    } else {
      weighted((IntegerWeightedLayer) layer);
    }
  }

  private void pooling(PoolingLayer layer) {
    Window window = layer.window();
    out.varint(
        switch (layer.kind()) {
          case MAX -> Format.OP_MAX_POOL;
          case AVERAGE -> Format.OP_AVERAGE_POOL;
        });
    out.varint(window.kernelHeight()).varint(window.kernelWidth());
    boolean stride =
        window.strideHeight() != window.kernelHeight()
            || window.strideWidth() != window.kernelWidth();
    boolean padding = !window.padding().equals(Padding.NONE);
    out.varint((stride ? Format.OPTION_STRIDE : 0) | (padding ? Format.OPTION_PADDING : 0));
    if (stride) {
      out.varint(window.strideHeight()).varint(window.strideWidth());
    }
    if (padding) {
      padding(window.padding());
    }
  }

  private void weighted(IntegerWeightedLayer layer) {
    if (layer.window().isPresent()) {
      out.varint(Format.OP_CONV2D).varint(layer.weights().rows());
      convolution(layer.window().get());
    } else {
      out.varint(Format.OP_DENSE).varint(layer.weights().rows());
    }
    if (layer.stage() instanceof OutputStage.Requantize requantize) {
      out.varint(
          switch (requantize.activation()) {
            case IDENTITY -> Format.ACTIVATION_IDENTITY;
            case RELU -> Format.ACTIVATION_RELU;
          });
      out.u8(requantize.zeroPoint());
      multipliers(requantize.multipliers());
    } else {
      ((OutputStage.Scores) layer.stage())
          .multipliers()
          .ifPresentOrElse(this::multipliers, () -> out.varint(Format.GRANULARITY_NONE));
    }
  }

  private void convolution(Window window) {
    out.varint(window.kernelHeight()).varint(window.kernelWidth());
    boolean stride = window.strideHeight() != 1 || window.strideWidth() != 1;
    boolean padding = !window.padding().equals(Padding.NONE);
    boolean dilation = window.dilationHeight() != 1 || window.dilationWidth() != 1;
    int options = stride ? Format.OPTION_STRIDE : 0;
    options |= padding ? Format.OPTION_PADDING : 0;
    options |= dilation ? Format.OPTION_DILATION : 0;
    out.varint(options);
    if (stride) {
      out.varint(window.strideHeight()).varint(window.strideWidth());
    }
    if (padding) {
      padding(window.padding());
    }
    if (dilation) {
      out.varint(window.dilationHeight()).varint(window.dilationWidth());
    }
  }

  private void padding(Padding padding) {
    out.varint(padding.top()).varint(padding.left());
    out.varint(padding.bottom()).varint(padding.right());
  }

  private void multipliers(Multipliers multipliers) {
    out.varint(multipliers.isPerChannel() ? Format.GRANULARITY_CHANNEL : Format.GRANULARITY_LAYER);
    out.varint(multipliers.shift());
    for (int i = 0; i < multipliers.count(); i++) {
      out.varint(multipliers.get(i));
    }
  }
}
