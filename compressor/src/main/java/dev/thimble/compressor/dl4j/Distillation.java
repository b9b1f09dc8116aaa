/*
 * Copyright 2026 The Thimble Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.thimble.compressor.dl4j;

/**
 * How much a network learns from a teacher beside the labels.
 *
 * @param share weight α of the teacher's part of the loss, in [0, 1]; 0 switches it off
 * @param temperature temperature T of both softmaxes, ≥ 1
 */
public record Distillation(double share, double temperature) {

  /** No teacher. */
  public static final Distillation NONE = new Distillation(0, 1);

  public Distillation {
    if (!(share >= 0 && share <= 1)) {
      throw new IllegalArgumentException("distillation share must be in [0, 1], found " + share);
    }
    if (!(temperature >= 1 && temperature <= 100)) {
      throw new IllegalArgumentException(
          "distillation temperature must be in [1, 100], found " + temperature);
    }
  }
}
