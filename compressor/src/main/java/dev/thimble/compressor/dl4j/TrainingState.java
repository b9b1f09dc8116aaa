/*
 * Copyright 2026 The Thimble Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.thimble.compressor.dl4j;

/**
 * A checkpoint of a {@link TrainableNetwork}: the number of steps done, the shadow parameters and
 * the optimiser's moments.
 */
public final class TrainingState {

  private final int iteration;
  private final float[] parameters;
  private final float[] moments;

  /** Takes ownership of both arrays. */
  public TrainingState(int iteration, float[] parameters, float[] moments) {
    this.iteration = iteration;
    this.parameters = parameters;
    this.moments = moments;
  }

  /** Steps done. */
  public int iteration() {
    return iteration;
  }

  /** Shadow parameters; a copy. */
  public float[] parameters() {
    return parameters.clone();
  }

  /** The optimiser's state; a copy. */
  public float[] moments() {
    return moments.clone();
  }
}
