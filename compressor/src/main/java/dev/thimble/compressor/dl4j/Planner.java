/*
 * Copyright 2026 The Thimble Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.thimble.compressor.dl4j;

import dev.thimble.compressor.network.Activation;
import dev.thimble.compressor.network.Padding;
import dev.thimble.compressor.network.PoolingLayer;
import dev.thimble.compressor.network.Shape;
import dev.thimble.compressor.network.Window;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.deeplearning4j.nn.conf.MultiLayerConfiguration;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.layers.ActivationLayer;
import org.deeplearning4j.nn.conf.layers.BatchNormalization;
import org.deeplearning4j.nn.conf.layers.ConvolutionLayer;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.FeedForwardLayer;
import org.deeplearning4j.nn.conf.layers.Layer;
import org.deeplearning4j.nn.conf.layers.LossLayer;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.conf.layers.PoolingType;
import org.deeplearning4j.nn.conf.layers.SubsamplingLayer;
import org.deeplearning4j.nn.conf.weightnoise.DropConnect;
import org.deeplearning4j.nn.conf.weightnoise.WeightNoise;

/**
 * Walks through a configuration and plans the network layer by layer. Dropout and weight noise do
 * nothing at inference and fall away. The first thing that cannot be expressed is refused by the
 * layer's name.
 */
final class Planner {
  private static final Set<LayerKind> MAY_FOLLOW_SOFTMAX =
      EnumSet.of(LayerKind.ACTIVATION, LayerKind.DROPOUT, LayerKind.LOSS);

  private final Draft draft;

  private Planner(Shape images) {
    this.draft = new Draft(images);
  }

  /**
   * Plans the network for images of a shape.
   *
   * @throws ModelReadException if a layer is not supported or shapes do not agree
   */
  static Plan plan(MultiLayerConfiguration configuration, Shape images) throws ModelReadException {
    List<Layer> layers =
        configuration.getConfs().stream().map(NeuralNetConfiguration::getLayer).toList();
    List<String> names = LayerNames.of(layers);
    Planner planner = new Planner(images);
    for (int i = 0; i < layers.size(); i++) {
      String name = names.get(i);
      Preprocessors.check(name, i, configuration.getInputPreProcess(i), planner.draft.shape());
      planner.add(name, layers.get(i), i == layers.size() - 1);
    }
    return planner.draft.finish();
  }

  private void add(String name, Layer layer, boolean last) throws ModelReadException {
    LayerKind kind = LayerKind.of(name, layer);
    if (draft.softmax() && !MAY_FOLLOW_SOFTMAX.contains(kind)) {
      throw new ModelReadException(
          "layer " + name, "softmax at the end", "one before a layer of type " + kind.typeName());
    }
    if (!last && (kind == LayerKind.OUTPUT || kind == LayerKind.LOSS)) {
      throw new ModelReadException(
          "layer " + name, kind.typeName() + " at the end", "layers after it");
    }
    switch (kind) {
      case DENSE -> addDense(name, (DenseLayer) layer, ((DenseLayer) layer).hasBias());
      case OUTPUT -> addDense(name, (OutputLayer) layer, ((OutputLayer) layer).hasBias());
      case CONVOLUTION -> addConvolution(name, (ConvolutionLayer) layer);
      case POOLING -> addPooling(name, (SubsamplingLayer) layer);
      case NORMALIZATION -> addNormalization(name, (BatchNormalization) layer);
      case ACTIVATION ->
          draft.apply(name, ElementFunction.of(name, ((ActivationLayer) layer).getActivationFn()));
      case LOSS ->
          draft.apply(name, ElementFunction.of(name, ((LossLayer) layer).getActivationFn()));
      case DROPOUT -> {}
    }
  }

  private void addDense(String name, FeedForwardLayer layer, boolean hasBias)
      throws ModelReadException {
    if (layer instanceof DenseLayer dense && dense.hasLayerNorm()) {
      throw new ModelReadException("layer " + name, "no layer normalization", "one");
    }
    requireInputs(name, "values", layer.getNIn(), draft.shape().size());
    addWeights(name, layer, Optional.empty(), layer.getNIn(), hasBias);
  }

  private void addConvolution(String name, ConvolutionLayer layer) throws ModelReadException {
    requireInputs(name, "channels", layer.getNIn(), draft.shape().channels());
    Window window = Windows.of(name, layer, draft.shape());
    long taps = (long) window.kernelHeight() * window.kernelWidth();
    addWeights(name, layer, Optional.of(window), layer.getNIn() * taps, layer.hasBias());
  }

  private void addWeights(
      String name, FeedForwardLayer layer, Optional<Window> window, long columns, boolean hasBias)
      throws ModelReadException {
    requireNoNoise(name, layer);
    ElementFunction function = ElementFunction.of(name, layer.getActivationFn());
    long rows = layer.getNOut();
    // Each below 2^26, so that their product is far below 2^63.
    if (rows < 1 || rows > Draft.MAX_PARAMETERS || columns > Draft.MAX_PARAMETERS) {
      throw new ModelReadException(
          "layer " + name, "1 to " + Draft.MAX_PARAMETERS + " weights", rows + "x" + columns);
    }
    draft.add(
        new PlannedWeights(
            name,
            draft.shape(),
            window,
            (int) rows,
            (int) columns,
            hasBias,
            Activation.IDENTITY,
            List.of()));
    draft.apply(name, function);
  }

  private void addPooling(String name, SubsamplingLayer layer) throws ModelReadException {
    PoolingType type = layer.getPoolingType();
    if (type != PoolingType.MAX && type != PoolingType.AVG) {
      throw new ModelReadException("layer " + name, "pooling of type MAX or AVG", type);
    }
    Window window = Windows.of(name, layer, draft.shape());
    if (type == PoolingType.AVG
        && layer.isAvgPoolIncludePadInDivisor()
        && !window.padding().equals(Padding.NONE)) {
      throw new ModelReadException(
          "layer " + name,
          "an average over the cells inside the image",
          "one over the padding too (avgPoolIncludePadInDivisor)");
    }
    PoolingLayer.Kind kind =
        type == PoolingType.MAX ? PoolingLayer.Kind.MAX : PoolingLayer.Kind.AVERAGE;
    draft.add(new PoolingLayer(name, draft.shape(), kind, window));
  }

  private void addNormalization(String name, BatchNormalization layer) throws ModelReadException {
    if (draft.shape().height() != 1 || draft.shape().width() != 1) {
      Windows.requireChannelsFirst(name, layer.getCnn2DFormat());
    }
    draft.fold(Normalization.of(name, layer));
  }

  /** Compares the inputs that a layer is made for with what the layers before it give. */
  private void requireInputs(String name, String what, long expected, long found)
      throws ModelReadException {
    if (expected == found) {
      return;
    }
    if (draft.isEmpty()) {
      throw new ModelReadException(
          "images", expected + " " + what + " as layer " + name + " takes", draft.shape());
    }
    throw new ModelReadException(
        "layer " + name, found + " " + what + " as the layer before it gives", expected);
  }

  private static void requireNoNoise(String name, FeedForwardLayer layer)
      throws ModelReadException {
    Object noise = layer.getWeightNoise();
    if (noise != null
        && noise.getClass() != DropConnect.class
        && noise.getClass() != WeightNoise.class) {
      throw new ModelReadException(
          "layer " + name,
          "weight noise that acts in training only",
          noise.getClass().getSimpleName());
    }
  }
}
