/*
 * Copyright 2026 The Thimble Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.thimble.runtime.internal.kernel;

import dev.thimble.runtime.ModelException;
import dev.thimble.runtime.internal.format.MemoryBudget;

/**
 * The kernels of a network in order, and which slot of a workspace each reads and writes. Immutable
 * and shared.
 */
public final class Plan {

  private final Step[] steps;
  private final int[] slotSizes;
  private final int[] scratchSizes;

  Plan(Step[] steps, int[] slotSizes, int[] scratchSizes) {
    this.steps = steps;
    this.slotSizes = slotSizes;
    this.scratchSizes = scratchSizes;
  }

  /** Allocates what one session needs. */
  public Workspace newWorkspace() {
    return new Workspace(slotSizes, scratchSizes);
  }

  /** Charges what {@link #newWorkspace} allocates. */
  public void chargeWorkspace(MemoryBudget budget) throws ModelException {
    budget.array((long) slotSizes.length + scratchSizes.length, 8);
    for (int size : slotSizes) {
      budget.array(size, 4);
    }
    for (int size : scratchSizes) {
      budget.array(size, 4);
    }
  }

  /** Returns where the image's activations go, channel-major, 0 to 255 each. */
  public int[] image(Workspace workspace) {
    return workspace.slots[steps[0].input];
  }

  /** Returns where {@link #run} leaves the scores; the array may be longer. */
  public int[] scores(Workspace workspace) {
    return workspace.slots[steps[steps.length - 1].output];
  }

  /** Computes the scores of the image. The image's slot may be overwritten. */
  public void run(Workspace workspace) {
    int[][] slots = workspace.slots;
    for (Step step : steps) {
      int[] other = step.other == Step.NONE ? null : slots[step.other];
      step.kernel.run(slots[step.input], other, slots[step.output], workspace.scratch);
    }
  }
}
