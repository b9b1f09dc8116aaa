/*
 * Copyright 2026 The Thimble Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.thimble.models;

import dev.thimble.models.augment.AffineAugmentation;
import dev.thimble.models.training.SharpnessAwareness;
import dev.thimble.models.training.TrainingOptions;
import java.util.List;
import java.util.Optional;

/**
 * The networks that this module can build and train; LeCun et al., "Gradient-based learning applied
 * to document recognition" (1998), in the shapes that the compression literature uses.
 */
public enum ReferenceNetwork {
  /** Dense layers fc1 (300), fc2 (100), fc3 (classes). */
  LENET_300_100(80, 128, 1e-3),

  /** Caffe's LeNet: conv1 20@5x5, pool1, conv2 50@5x5, pool2, fc1 (500), fc2 (classes). */
  LENET_5(40, 128, 1e-3);

  private final int defaultEpochs;
  private final int defaultBatchSize;
  private final double defaultLearningRate;

  ReferenceNetwork(int defaultEpochs, int defaultBatchSize, double defaultLearningRate) {
    this.defaultEpochs = defaultEpochs;
    this.defaultBatchSize = defaultBatchSize;
    this.defaultLearningRate = defaultLearningRate;
  }

  /** The name on the command line, such as {@code lenet-300-100}. */
  public String id() {
    return Ids.of(this);
  }

  /** The options with which the checkpoints in {@link Zoo} were trained. */
  public TrainingOptions defaultOptions() {
    return new TrainingOptions(
        defaultEpochs,
        defaultBatchSize,
        defaultLearningRate,
        TrainingOptions.DEFAULT_SEED,
        Optional.of(AffineAugmentation.DEFAULT),
        SharpnessAwareness.NONE);
  }

  /** All names, in order. */
  public static List<String> ids() {
    return Ids.all(values());
  }

  /** The network of this name, or empty. */
  public static Optional<ReferenceNetwork> find(String id) {
    return Ids.find(values(), id);
  }
}
