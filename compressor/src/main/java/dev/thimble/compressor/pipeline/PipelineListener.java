/*
 * Copyright 2026 The Thimble Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.thimble.compressor.pipeline;

import dev.thimble.models.training.TrainingListener;

/** Hears how a compression goes, on its thread. */
public interface PipelineListener {

  /** A stage begins. */
  void onBegin(Stage stage);

  /** Listens to the training of a stage. */
  TrainingListener training(Stage stage);

  /** A stage is done. */
  void onEnd(StageResult result);
}
