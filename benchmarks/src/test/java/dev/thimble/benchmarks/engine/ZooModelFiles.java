/*
 * Copyright 2026 The Thimble Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.thimble.benchmarks.engine;

import dev.thimble.compressor.dl4j.ModelArchive;
import dev.thimble.compressor.network.Network;
import dev.thimble.compressor.network.PrunedWeights;
import dev.thimble.compressor.network.Shape;
import dev.thimble.compressor.network.WeightedLayer;
import dev.thimble.compressor.network.Weights;
import dev.thimble.models.ReferenceNetwork;
import dev.thimble.models.Zoo;
import dev.thimble.models.data.DataSource;
import dev.thimble.models.data.ImageSet;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Files of a trained network; the compressed one is pruned at one stroke, which costs accuracy. */
public final class ZooModelFiles {
  private static final double DENSITY = 0.1;

  private ZooModelFiles() {}

  public static ModelFiles write(ReferenceNetwork reference, Path directory) throws IOException {
    ModelFiles files = new ModelFiles(directory);
    try (InputStream checkpoint = Zoo.checkpoint(reference)) {
      Files.copy(checkpoint, files.checkpoint());
    }
    Network network = ModelArchive.read(files.checkpoint(), new Shape(1, 28, 28));
    ImageSet images = DataSource.bundledMnist().test();
    ModelPreparation preparation = new ModelPreparation(images, images);
    preparation.write(network, files);
    Files.write(files.compressed(), ModelPreparation.thim(preparation.integers(pruned(network))));
    return files;
  }

  private static Network pruned(Network network) {
    List<Weights> weights = new ArrayList<>();
    for (WeightedLayer layer : network.weightedLayers()) {
      float[] values = layer.weights().effective();
      double[] magnitudes = new double[values.length];
      Arrays.setAll(magnitudes, i -> Math.abs(values[i]));
      Arrays.sort(magnitudes);
      double threshold = magnitudes[(int) ((1 - DENSITY) * values.length)];
      boolean[] mask = new boolean[values.length];
      for (int i = 0; i < mask.length; i++) {
        mask[i] = Math.abs(values[i]) >= threshold;
      }
      weights.add(PrunedWeights.of(layer.rows(), layer.columns(), values, mask));
    }
    return network.withWeights(weights);
  }
}
