/*
 * Copyright 2026 The Thimble Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.thimble.compressor.cluster;

import dev.thimble.compressor.retrain.RetrainOptions;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/**
 * How weights come to share values.
 *
 * @param codebookSize values a layer, 1 … 255, for layers without a size of their own
 * @param layerCodebookSizes values by layer name
 * @param fineTuning how the codebooks are trained; empty to leave them as k-means finds them
 * @param assignmentShare share of the fine-tuning during which a weight may still move to another
 *     cluster, in [0, 1]
 */
public record ClusterOptions(
    int codebookSize,
    Map<String, Integer> layerCodebookSizes,
    Optional<RetrainOptions> fineTuning,
    double assignmentShare) {

  private static final int MAX_SIZE = 255;

  public ClusterOptions {
    layerCodebookSizes = Map.copyOf(new TreeMap<>(layerCodebookSizes));
    requireSize("codebook size", codebookSize);
    layerCodebookSizes.forEach(
        (layer, size) -> requireSize("codebook size of layer " + layer, size));
    if (!(assignmentShare >= 0 && assignmentShare <= 1)) {
      throw new IllegalArgumentException(
          "the assignment share must be in [0, 1], found " + assignmentShare);
    }
  }

  private static void requireSize(String what, int size) {
    if (size < 1 || size > MAX_SIZE) {
      throw new IllegalArgumentException(
          "the " + what + " must be 1 to " + MAX_SIZE + ", found " + size);
    }
  }

  /**
   * Checks that only layers which exist have a size of their own.
   *
   * @throws IllegalArgumentException naming the one that does not
   */
  public void requireLayers(List<String> names) {
    for (String name : layerCodebookSizes.keySet()) {
      if (!names.contains(name)) {
        throw new IllegalArgumentException(
            "a codebook size is given for layer " + name + ", but the layers are " + names);
      }
    }
  }

  /** The codebook size of a layer. */
  public int sizeOf(String layer) {
    return layerCodebookSizes.getOrDefault(layer, codebookSize);
  }

  /** These options with another fine-tuning, if there is one. */
  public ClusterOptions withFineTuning(UnaryOperator<RetrainOptions> change) {
    return new ClusterOptions(
        codebookSize, layerCodebookSizes, fineTuning.map(change), assignmentShare);
  }
}
