/*
 * Copyright 2026 The Thimble Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.thimble.runtime.internal.kernel;

/**
 * The arithmetic of one layer, or of a few together, with all that it needs of the weights.
 * Immutable and shared between sessions: what changes during inference lies in the arrays given to
 * {@link #run}.
 */
public abstract class Kernel {

  private static final int[] NO_SCRATCH = {};

  /**
   * Returns the lengths of the scratch arrays that {@link #run} finds first in the workspace, at
   * least so long, with unknown content.
   */
  int[] scratch() {
    return NO_SCRATCH;
  }

  /**
   * Computes the output.
   *
   * @param input activations 0 to 255 of the previous tensor, channel-major
   * @param other the second operand of an addition; else null
   * @param output receives activations, or scores
   * @param workspace begins with the scratch arrays that {@link #scratch} asks for
   */
  abstract void run(int[] input, int[] other, int[] output, int[][] workspace);
}
