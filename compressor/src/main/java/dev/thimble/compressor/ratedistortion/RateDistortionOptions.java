/*
 * Copyright 2026 The Thimble Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.thimble.compressor.ratedistortion;

import dev.thimble.compressor.dl4j.Distillation;

/**
 * How the levels of a trained network are chosen anew.
 *
 * @param lambda what a bit of the file is worth, in nats of the mean loss; above 0 and at most 1
 * @param images training images on which the loss is measured, at most; from 1 to 10 million; what
 *     the layers make of all of them is kept in memory
 * @param distillation what the loss takes from the original network
 * @param augment whether these images are distorted, each in its own way
 * @param sweeps how often each weight is looked at, from 1 to 100
 */
public record RateDistortionOptions(
    double lambda, int images, Distillation distillation, boolean augment, int sweeps) {

  private static final int MAX_IMAGES = 10_000_000;
  private static final int MAX_SWEEPS = 100;

  public RateDistortionOptions {
    if (!(lambda > 0 && lambda <= 1)) {
      throw new IllegalArgumentException("lambda must be above 0 and at most 1, found " + lambda);
    }
    if (images < 1 || images > MAX_IMAGES) {
      throw new IllegalArgumentException("images must be 1 to " + MAX_IMAGES + ", found " + images);
    }
    if (sweeps < 1 || sweeps > MAX_SWEEPS) {
      throw new IllegalArgumentException("sweeps must be 1 to " + MAX_SWEEPS + ", found " + sweeps);
    }
  }
}
