/*
 * Copyright 2026 The Thimble Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.thimble.compressor.retrain;

import dev.thimble.compressor.dl4j.Projection;

/** A projection that changes as the training goes on. */
public interface SteppedProjection extends Projection {

  /**
   * Called before every step.
   *
   * @param shadow the parameters in training; may be changed
   * @param stepOfEpoch steps done in this epoch
   * @param progress done share of the whole training, in [0, 1)
   */
  void beforeStep(float[] shadow, int stepOfEpoch, double progress);

  /** What was decided so far; between two epochs only. */
  ProjectionState state();

  /**
   * Takes over what another projection of the same training had decided.
   *
   * @throws IllegalArgumentException if the state is of another training
   */
  void restore(ProjectionState state);
}
