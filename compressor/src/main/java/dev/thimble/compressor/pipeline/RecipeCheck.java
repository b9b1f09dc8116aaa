/*
 * Copyright 2026 The Thimble Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.thimble.compressor.pipeline;

import dev.thimble.compressor.dl4j.TrainableNetwork;
import dev.thimble.compressor.network.Network;
import dev.thimble.compressor.network.WeightedLayer;
import dev.thimble.compressor.prune.PrunePlan;
import dev.thimble.compressor.ratedistortion.RateDistortion;
import dev.thimble.models.data.ImageSet;
import dev.thimble.models.data.ImageShape;
import java.util.List;

/** Refuses what cannot work before any stage begins. */
final class RecipeCheck {

  private RecipeCheck() {}

  static void check(Network network, Recipe recipe, CompressionData data) {
    requireShape(network, data.calibration());
    if (recipe.trains() && data.training().isEmpty()) {
      throw new IllegalArgumentException(
          "recipe "
              + recipe.name()
              + " trains, which needs labelled training images; only calibration images were found");
    }
    if (recipe.trains()) {
      TrainableNetwork.requireTrainable(network);
    }
    data.training().ifPresent(training -> requireClasses(network, training.training()));
    List<String> names = network.weightedLayers().stream().map(WeightedLayer::name).toList();
    recipe.prune().ifPresent(options -> PrunePlan.of(options, network));
    recipe
        .rate()
        .ifPresent(
            options ->
                RateDistortion.requireMemory(
                    network,
                    options,
                    data.training().orElseThrow().training().count(),
                    Runtime.getRuntime().maxMemory()));
    recipe.cluster().ifPresent(options -> options.requireLayers(names));
  }

  private static void requireShape(Network network, ImageSet images) {
    ImageShape shape = images.shape();
    if (network.input().channels() != shape.channels()
        || network.input().height() != shape.height()
        || network.input().width() != shape.width()) {
      throw new IllegalArgumentException(
          "the network takes images of " + network.input() + ", the data has " + shape);
    }
  }

  private static void requireClasses(Network network, ImageSet images) {
    if (images.classCount() > network.classes()) {
      throw new IllegalArgumentException(
          "the network has " + network.classes() + " classes, the data has " + images.classCount());
    }
  }
}
