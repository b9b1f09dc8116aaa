/*
 * Copyright 2026 The Thimble Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.thimble.compressor.checkpoint;

import dev.thimble.compressor.io.Fingerprint;
import dev.thimble.compressor.network.ConvolutionLayer;
import dev.thimble.compressor.network.Layer;
import dev.thimble.compressor.network.Network;
import dev.thimble.compressor.network.PoolingLayer;
import dev.thimble.compressor.network.PrunedWeights;
import dev.thimble.compressor.network.WeightedLayer;
import dev.thimble.compressor.pipeline.CompressionData;
import dev.thimble.compressor.pipeline.Recipe;
import dev.thimble.compressor.recipe.RecipeJson;
import dev.thimble.models.data.ImageSet;
import dev.thimble.models.data.TrainingData;
import java.util.List;
import java.util.Optional;

/**
 * Everything that decides which way a compression goes.
 *
 * @param network SHA-256 digest of the networks that it begins with and their name, in hexadecimal
 * @param recipe digest of the recipe
 * @param images digest of the images that it sees
 * @param seed of the compression
 */
public record CompressionIdentity(String network, String recipe, String images, long seed) {

  /** The identity of a compression of a network. */
  public static CompressionIdentity of(
      String name, Network original, Recipe recipe, CompressionData data, long seed) {
    return of(name, original, original, recipe, data, seed);
  }

  /**
   * The identity of a compression that goes on from another one.
   *
   * @param name how the file's provenance calls the network
   * @param original what distillation learns from
   * @param pruned what the other compression left
   */
  public static CompressionIdentity of(
      String name,
      Network original,
      Network pruned,
      Recipe recipe,
      CompressionData data,
      long seed) {
    Fingerprint networks = new Fingerprint().add(name + "\n");
    add(networks, original);
    if (pruned != original) {
      add(networks, pruned);
    }
    Fingerprint images = new Fingerprint();
    add(images, data.calibration());
    if (data.training().isPresent()) {
      TrainingData training = data.training().get();
      if (training.training() != data.calibration()) {
        add(images, training.training());
      }
      add(images, training.validation());
    }
    return new CompressionIdentity(
        networks.hex(), new Fingerprint().add(RecipeJson.write(recipe)).hex(), images.hex(), seed);
  }

  private static void add(Fingerprint fingerprint, Network network) {
    fingerprint.add(
        network.input()
            + " "
            + network.inputScale()
            + " "
            + network.inputZeroPoint()
            + " "
            + network.labels()
            + " "
            + network.softmax()
            + "\n");
    for (Layer layer : network.layers()) {
      fingerprint.add(layer.name() + " " + layer.input() + " " + layer.output() + "\n");
      if (layer instanceof PoolingLayer pooling) {
        fingerprint.add(pooling.kind() + " " + pooling.window() + "\n");
      }
      if (layer instanceof ConvolutionLayer convolution) {
        fingerprint.add(convolution.window() + "\n");
      }
      if (layer instanceof WeightedLayer weighted) {
        fingerprint.add(weighted.activation() + "\n");
        fingerprint.add(weighted.weights().effective());
        if (weighted.weights() instanceof PrunedWeights pruned) {
          fingerprint.add(pruned.values());
        }
        fingerprint.add(weighted.bias().toArray());
      }
    }
  }

  private static void add(Fingerprint fingerprint, ImageSet images) {
    fingerprint.add(images.shape() + " " + images.count() + " " + images.classCount() + "\n");
    fingerprint.add(images.firstPixels(images.count()));
    if (images.hasLabels()) {
      fingerprint.add(images.labels());
    }
  }

  /** The three digests, in order. */
  List<String> digests() {
    return List.of(network, recipe, images);
  }

  /** In what another compression differs, as expected and found; empty if it is the same. */
  Optional<String> difference(CompressionIdentity found) {
    if (!network.equals(found.network)) {
      return Optional.of("expected a compression of the same network, found one of another");
    }
    if (!recipe.equals(found.recipe)) {
      return Optional.of("expected a compression with the same recipe, found one with another");
    }
    if (!images.equals(found.images)) {
      return Optional.of("expected a compression with the same images, found one with others");
    }
    return seed == found.seed
        ? Optional.empty()
        : Optional.of(
            "expected a compression with seed " + seed + ", found one with seed " + found.seed);
  }
}
