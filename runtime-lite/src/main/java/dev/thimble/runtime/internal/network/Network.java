/*
 * Copyright 2026 The Thimble Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.thimble.runtime.internal.network;

/**
 * A network as it was read: layers in order, each with its input's shape checked against the output
 * before it. Tensor 0 is the image, tensor i + 1 the output of layer i. Immutable; the arrays
 * belong to it.
 */
public final class Network {

  public final Shape input;

  /** The real value of one step of a pixel. */
  public final float inputScale;

  /** The pixel that stands for real 0. */
  public final int inputZero;

  /** The real value of one step of a score. */
  public final float outputScale;

  /** Whether the scores are meant to go through a softmax. */
  public final boolean softmax;

  private final Layer[] layers;
  private final String[] names;
  private final String[] labels;

  /**
   * Creates the network.
   *
   * @param labels one a class, or null: the classes' numbers
   * @param names one a layer, or null: kind and number
   */
  public Network(
      Shape input,
      float inputScale,
      int inputZero,
      float outputScale,
      boolean softmax,
      Layer[] layers,
      String[] labels,
      String[] names) {
    this.input = input;
    this.inputScale = inputScale;
    this.inputZero = inputZero;
    this.outputScale = outputScale;
    this.softmax = softmax;
    this.layers = layers;
    this.labels = labels;
    this.names = names == null ? defaultNames(layers) : names;
  }

  public int layerCount() {
    return layers.length;
  }

  public Layer layer(int index) {
    return layers[index];
  }

  public String name(int index) {
    return names[index];
  }

  public int classCount() {
    return layers[layers.length - 1].output.size();
  }

  public String label(int index) {
    return labels == null ? Integer.toString(index) : labels[index];
  }

  /** Returns the shape of a tensor. */
  public Shape tensor(int index) {
    return index == 0 ? input : layers[index - 1].output;
  }

  private static String[] defaultNames(Layer[] layers) {
    String[] names = new String[layers.length];
    for (int i = 0; i < layers.length; i++) {
      String prefix = layers[i].namePrefix;
      int number = 1;
      for (int j = 0; j < i; j++) {
        if (layers[j].namePrefix.equals(prefix)) {
          number++;
        }
      }
      names[i] = prefix + number;
    }
    return names;
  }
}
