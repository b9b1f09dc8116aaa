/*
 * Copyright 2026 The Thimble Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.thimble.models.training;

/** Hears how a training goes, on the training's thread. */
public interface TrainingListener {

  /** A listener that does nothing. */
  TrainingListener SILENT = progress -> {};

  /** After every step. */
  void onStep(TrainingProgress progress);

  /** After every epoch's validation. */
  default void onEpoch(TrainingProgress progress) {}
}
