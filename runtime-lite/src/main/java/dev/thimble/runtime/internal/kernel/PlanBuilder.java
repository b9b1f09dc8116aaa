/*
 * Copyright 2026 The Thimble Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.thimble.runtime.internal.kernel;

import dev.thimble.runtime.internal.network.Network;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Collects the steps of a plan between numbered tensors, then lets tensors that do not live at the
 * same time share a slot.
 */
final class PlanBuilder {

  private final List<Step> steps = new ArrayList<>();
  private final int[] sizes; // [tensors]
  private final int[] lastUse; // [tensors]: the last step that reads it

  /** Starts a plan for tensor 0, the image, the outputs of the layers, and one more for scores. */
  PlanBuilder(Network network) {
    int tensors = network.layerCount() + 2;
    sizes = new int[tensors];
    lastUse = new int[tensors];
    for (int i = 0; i < tensors; i++) {
      sizes[i] = network.tensor(Math.min(i, tensors - 2)).size();
    }
  }

  void add(Kernel kernel, int input, int other, int output) {
    lastUse[input] = steps.size();
    if (other != Step.NONE) {
      lastUse[other] = steps.size();
    }
    steps.add(new Step(kernel, input, other, output));
  }

  Plan build() {
    int[] slots = new int[sizes.length]; // by tensor
    int[] slotSizes = {};
    boolean[] taken = new boolean[sizes.length];
    Step[] placed = new Step[steps.size()];
    slotSizes = place(0, slots, taken, slotSizes);
    for (int i = 0; i < placed.length; i++) {
      Step step = steps.get(i);
      slotSizes = place(step.output, slots, taken, slotSizes);
      int other = step.other == Step.NONE ? Step.NONE : slots[step.other];
      placed[i] = new Step(step.kernel, slots[step.input], other, slots[step.output]);
      for (int tensor : new int[] {step.input, step.other}) {
        if (tensor != Step.NONE && lastUse[tensor] == i) {
          taken[slots[tensor]] = false;
        }
      }
    }
    return new Plan(placed, slotSizes, scratchSizes());
  }

  /** Puts a tensor into the first free slot; returns the sizes of the slots. */
  private int[] place(int tensor, int[] slots, boolean[] taken, int[] slotSizes) {
    int slot = 0;
    while (taken[slot]) {
      slot++;
    }
    int[] grown = slot < slotSizes.length ? slotSizes : Arrays.copyOf(slotSizes, slot + 1);
    grown[slot] = Math.max(grown[slot], sizes[tensor]);
    taken[slot] = true;
    slots[tensor] = slot;
    return grown;
  }

  private int[] scratchSizes() {
    int[] largest = {};
    for (Step step : steps) {
      int[] needed = step.kernel.scratch();
      if (needed.length > largest.length) {
        largest = Arrays.copyOf(largest, needed.length);
      }
      for (int i = 0; i < needed.length; i++) {
        largest[i] = Math.max(largest[i], needed[i]);
      }
    }
    return largest;
  }
}
