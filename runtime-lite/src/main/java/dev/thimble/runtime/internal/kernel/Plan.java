/*
 * Copyright 2026 The Thimble Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.thimble.runtime.internal.kernel;

import dev.thimble.runtime.ModelException;
import dev.thimble.runtime.internal.format.MemoryBudget;

/**
 * The kernels of a network in order, and which tensor each reads and writes. Immutable and shared.
 * What a session writes to is a workspace: the kernels' scratch arrays, then the tensors, of which
 * those that do not live at the same time share an array.
 */
public final class Plan {

  private final Kernel[] kernels;
  private final int[][] places; // [kernels][input, other or -1, output]: indices into the workspace
  private final int[] sizes; // [arrays of a workspace]

  Plan(Kernel[] kernels, int[][] places, int[] sizes) {
    this.kernels = kernels;
    this.places = places;
    this.sizes = sizes;
  }

  /** Allocates what one session needs. */
  public int[][] newWorkspace() {
    int[][] workspace = new int[sizes.length][];
    for (int i = 0; i < sizes.length; i++) {
      workspace[i] = new int[sizes[i]];
    }
    return workspace;
  }

  /** Charges what {@link #newWorkspace} allocates. */
  public void chargeWorkspace(MemoryBudget budget) throws ModelException {
    budget.array(sizes.length, 8);
    for (int size : sizes) {
      budget.array(size, 4);
    }
  }

  /**
   * Returns where the image's activations go, channel-major, 0 to 255 each; the array may be
   * longer.
   */
  public int[] image(int[][] workspace) {
    return workspace[places[0][0]];
  }

  /** Returns where {@link #run} leaves the scores; the array may be longer. */
  public int[] scores(int[][] workspace) {
    return workspace[places[places.length - 1][2]];
  }

  /** Computes the scores of the image. The image may be overwritten. */
  public void run(int[][] workspace) {
    for (int i = 0; i < kernels.length; i++) {
      int[] place = places[i];
      int[] other = place[1] < 0 ? null : workspace[place[1]];
      kernels[i].run(workspace[place[0]], other, workspace[place[2]], workspace);
    }
  }
}
