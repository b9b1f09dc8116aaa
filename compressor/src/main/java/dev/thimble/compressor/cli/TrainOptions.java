/*
 * Copyright 2026 The Thimble Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.thimble.compressor.cli;

import dev.thimble.models.ReferenceNetwork;
import dev.thimble.models.augment.AffineAugmentation;
import dev.thimble.models.training.TrainingOptions;
import java.util.Optional;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The command line's changes to a network's default training. */
final class TrainOptions {

  @Option(names = "--epochs", paramLabel = "N", description = "Passes over the training images.")
  private Integer epochs;

  @Option(names = "--batch", paramLabel = "N", description = "Images in a step.")
  private Integer batch;

  @Option(names = "--lr", paramLabel = "RATE", description = "Adam's initial learning rate.")
  private Double learningRate;

  @Option(
      names = "--seed",
      paramLabel = "N",
      description = "Decides split, first weights, order and distortions.")
  private Long seed;

  @Option(
      names = "--augment",
      negatable = true,
      description = "Distort training images at random (default: ${DEFAULT-VALUE}).",
      defaultValue = "true",
      fallbackValue = "true")
  private boolean augment;

  @Mixin private SharpnessOption sharpness;

  /**
   * The network's defaults with these changes.
   *
   * @throws IllegalArgumentException if a value is out of range
   */
  TrainingOptions applyTo(ReferenceNetwork network) {
    TrainingOptions defaults = network.defaultOptions();
    return new TrainingOptions(
        epochs == null ? defaults.epochs() : epochs,
        batch == null ? defaults.batchSize() : batch,
        learningRate == null ? defaults.learningRate() : learningRate,
        seed == null ? defaults.seed() : seed,
        augment ? Optional.of(AffineAugmentation.DEFAULT) : Optional.empty(),
        sharpness.value().orElse(defaults.sharpness()));
  }
}
