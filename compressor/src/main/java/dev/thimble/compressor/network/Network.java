/*
 * Copyright 2026 The Thimble Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.thimble.compressor.network;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * An immutable sequential network that classifies images of bytes.
 *
 * @param input shape of an image
 * @param inputScale real value of one step of a pixel: {@code real = inputScale · (pixel −
 *     inputZeroPoint)}
 * @param inputZeroPoint the pixel whose real value is 0, in 0 … 255
 * @param layers at least one; each takes what the one before gives
 * @param labels one for each output of the last layer
 * @param softmax whether the outputs are meant as the logits of a softmax
 */
public record Network(
    Shape input,
    double inputScale,
    int inputZeroPoint,
    List<Layer> layers,
    List<String> labels,
    boolean softmax) {

  public Network {
    layers = List.copyOf(layers);
    labels = List.copyOf(labels);
    if (!(inputScale > 0 && inputScale < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException(
          "the input scale must be finite and above 0, found " + inputScale);
    }
    if (inputZeroPoint < 0 || inputZeroPoint > 255) {
      throw new IllegalArgumentException(
          "the input zero point must lie in 0 ... 255, found " + inputZeroPoint);
    }
    if (layers.isEmpty()) {
      throw new IllegalArgumentException("a network needs at least one layer");
    }
    requireChain(input, layers);
    int outputs = layers.get(layers.size() - 1).output().size();
    if (labels.size() != outputs) {
      throw new IllegalArgumentException(
          "expected one label for each of " + outputs + " outputs, found " + labels.size());
    }
  }

  private static void requireChain(Shape input, List<Layer> layers) {
    Shape shape = input;
    Set<String> names = new HashSet<>();
    for (Layer layer : layers) {
      boolean fits =
          layer instanceof DenseLayer
              ? layer.input().size() == shape.size()
              : layer.input().equals(shape);
      if (!fits) {
        throw new IllegalArgumentException(
            "layer " + layer.name() + " takes " + layer.input() + ", but is given " + shape);
      }
      if (!names.add(layer.name())) {
        throw new IllegalArgumentException("two layers are named " + layer.name());
      }
      shape = layer.output();
    }
  }

  /** Labels "0", "1", … for {@code count} classes. */
  public static List<String> numberedLabels(int count) {
    List<String> labels = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      labels.add(Integer.toString(i));
    }
    return labels;
  }

  /**
   * The real value of a pixel.
   *
   * @param pixel 0 … 255
   */
  public float real(int pixel) {
    return (float) (inputScale * (pixel - inputZeroPoint));
  }

  /** The layers that have weights, in order. */
  public List<WeightedLayer> weightedLayers() {
    return layers.stream()
        .filter(WeightedLayer.class::isInstance)
        .map(WeightedLayer.class::cast)
        .toList();
  }

  /** The layer of that name. */
  public Layer layer(String name) {
    return layers.stream()
        .filter(layer -> layer.name().equals(name))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("there is no layer " + name));
  }

  /** Number of classes. */
  public int classes() {
    return labels.size();
  }

  /** Number of weights and biases, pruned ones too. */
  public long parameters() {
    return weightedLayers().stream().mapToLong(l -> (long) l.weights().size() + l.rows()).sum();
  }

  /** Number of weights, pruned ones too. */
  public long weightCount() {
    return weightedLayers().stream().mapToLong(layer -> layer.weights().size()).sum();
  }

  /** Number of weights that are not pruned. */
  public long keptCount() {
    return weightedLayers().stream().mapToLong(layer -> layer.weights().kept()).sum();
  }

  /** This network with other layers of the same shapes. */
  public Network withLayers(List<? extends Layer> replacements) {
    return new Network(
        input, inputScale, inputZeroPoint, List.copyOf(replacements), labels, softmax);
  }

  /** This network with other weights, one for each weighted layer in order. */
  public Network withWeights(List<? extends Weights> weights) {
    List<WeightedLayer> weighted = weightedLayers();
    if (weights.size() != weighted.size()) {
      throw new IllegalArgumentException(
          "expected weights of " + weighted.size() + " layers, found " + weights.size());
    }
    List<WeightedLayer> replaced = new ArrayList<>();
    for (int i = 0; i < weights.size(); i++) {
      replaced.add(weighted.get(i).withWeights(weights.get(i)));
    }
    return withWeightedLayers(replaced);
  }

  /** This network with other weights for the layers of these names. */
  public Network withWeights(Map<String, ? extends Weights> weights) {
    weights.keySet().forEach(this::layer);
    return withWeightedLayers(
        weightedLayers().stream()
            .map(
                layer ->
                    weights.containsKey(layer.name())
                        ? layer.withWeights(weights.get(layer.name()))
                        : layer)
            .toList());
  }

  /** This network with its weighted layers replaced, in order. */
  public Network withWeightedLayers(List<? extends WeightedLayer> replacements) {
    List<Layer> replaced = new ArrayList<>();
    int next = 0;
    for (Layer layer : layers) {
      replaced.add(layer instanceof WeightedLayer ? replacements.get(next++) : layer);
    }
    return withLayers(replaced);
  }
}
