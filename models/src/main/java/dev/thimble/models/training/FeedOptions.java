/*
 * Copyright 2026 The Thimble Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.thimble.models.training;

import dev.thimble.models.augment.AffineAugmentation;
import java.util.Optional;

/**
 * How a {@link BatchFeeder} cuts images into batches.
 *
 * @param batchSize images in a batch (the last of an epoch may have fewer), at least 1
 * @param seed decides order and distortions
 * @param firstEpoch the epoch to begin with, from 0: resuming at n gives what a full run would have
 *     given from n on
 * @param augmentation the random distortion, or empty for the images as they are
 */
public record FeedOptions(
    int batchSize, long seed, int firstEpoch, Optional<AffineAugmentation> augmentation) {

  public FeedOptions {
    if (batchSize < 1) {
      throw new IllegalArgumentException("batch size must be at least 1, got " + batchSize);
    }
    if (firstEpoch < 0) {
      throw new IllegalArgumentException("first epoch must be at least 0, got " + firstEpoch);
    }
  }
}
