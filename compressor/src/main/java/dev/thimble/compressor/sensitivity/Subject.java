/*
 * Copyright 2026 The Thimble Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.thimble.compressor.sensitivity;

import java.util.List;

/**
 * What a report is about, and under which conditions.
 *
 * @param network the network's name as the user knows it
 * @param file the {@code *.thim} file that was analysed; null if the report is about a network,
 *     whose integer form is then made as its default recipe quantizes
 * @param original whether the real-valued network that was trained is known; false for a file
 *     alone, whose integers then stand for it
 * @param data name of the images
 * @param seed decides every random choice
 * @param samples validation images that errors and losses are measured on
 * @param maxDrop how much the error may rise in the verdict, as a share: 0.002 is 0.2 points
 * @param layers the layers that have weights, in order
 */
public record Subject(
    String network,
    String file,
    boolean original,
    String data,
    long seed,
    int samples,
    double maxDrop,
    List<LayerSubject> layers) {

  public Subject {
    Checks.named("a network", network);
    Checks.named("a set of images", data);
    Checks.atLeast("samples", 1, samples);
    Checks.share("the largest drop", maxDrop);
    layers = Checks.list("layers", layers);
    Checks.atLeast("layers with weights", 1, layers.size());
  }

  /**
   * A layer that has weights.
   *
   * @param name as the user knows it, unique
   * @param kind {@code dense} or {@code convolution}
   * @param rows output channels
   * @param columns weights an output channel
   */
  public record LayerSubject(String name, String kind, int rows, int columns) {

    public LayerSubject {
      Checks.named("a layer", name);
      Checks.atLeast("rows", 1, rows);
      Checks.atLeast("columns", 1, columns);
    }

    /** Number of weights, without biases. */
    public int weights() {
      return Math.multiplyExact(rows, columns);
    }
  }
}
