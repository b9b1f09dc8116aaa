/*
 * Copyright 2026 The Thimble Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.thimble.compressor.report.tables;

import dev.thimble.compressor.artifact.StoredLayers;
import dev.thimble.compressor.quantize.IntegerWeightedLayer;
import dev.thimble.models.ReferenceNetwork;
import dev.thimble.runtime.Model;
import dev.thimble.runtime.ModelException;
import java.util.List;

/**
 * A compressed file that the tables are about.
 *
 * @param network what was compressed
 * @param recipe name of the recipe that made it
 * @param seed seed that it was made with
 * @param model the file through {@code runtime-lite}
 * @param layers its weighted layers
 * @param stages what each stage left when it was made; empty where that is not known
 */
public record TableFile(
    ReferenceNetwork network,
    String recipe,
    long seed,
    Model model,
    List<IntegerWeightedLayer> layers,
    List<StageFigures> stages) {

  public TableFile {
    layers = List.copyOf(layers);
    stages = List.copyOf(stages);
  }

  /**
   * Reads a file.
   *
   * @param bytes its content; not kept
   * @throws ModelException if it is no model that can be loaded
   */
  public static TableFile of(
      ReferenceNetwork network, String recipe, long seed, byte[] bytes, List<StageFigures> stages)
      throws ModelException {
    return new TableFile(network, recipe, seed, Model.load(bytes), StoredLayers.of(bytes), stages);
  }
}
