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
 * Collects the kernels of a plan between numbered tensors, then lets tensors that do not live at
 * the same time share an array.
 */
final class PlanBuilder {

  private final List<Kernel> kernels = new ArrayList<>();
  private final List<int[]> tensors =
      new ArrayList<>(); // input, other or -1, output of each kernel
  private final int[] tensorSizes;
  private final int[] lastUse; // by tensor: the last kernel that reads it
  private final int[] places; // by tensor: the array of the workspace that it lies in
  private final boolean[]
      taken; // by array behind the scratch arrays: holds a tensor that is still needed
  private int[] sizes = {}; // by array of the workspace: scratch first
  private int firstTensor; // the array behind the scratch arrays
  private int arrays; // for tensors

  /** Starts a plan for tensor 0, the image, the outputs of the layers, and one more for scores. */
  PlanBuilder(Network network) {
    int count = network.layerCount() + 2;
    tensorSizes = new int[count];
    lastUse = new int[count];
    places = new int[count];
    taken = new boolean[count];
    for (int i = 0; i < count; i++) {
      tensorSizes[i] = network.tensor(Math.min(i, count - 2)).size();
    }
  }

  /** Adds a kernel; {@code other} is -1 without a second operand. */
  void add(Kernel kernel, int input, int other, int output) {
    lastUse[input] = kernels.size();
    if (other >= 0) {
      lastUse[other] = kernels.size();
    }
    kernels.add(kernel);
    tensors.add(new int[] {input, other, output});
  }

  Plan build() {
    for (Kernel kernel : kernels) {
      int[] needed = kernel.scratch();
      sizes = Arrays.copyOf(sizes, Math.max(sizes.length, needed.length));
      for (int i = 0; i < needed.length; i++) {
        sizes[i] = Math.max(sizes[i], needed[i]);
      }
    }
    firstTensor = sizes.length;
    sizes = Arrays.copyOf(sizes, firstTensor + tensorSizes.length);
    place(0);
    int[][] placed = new int[kernels.size()][];
    for (int i = 0; i < placed.length; i++) {
      int[] used = tensors.get(i);
      place(used[2]);
      placed[i] = new int[] {places[used[0]], used[1] < 0 ? -1 : places[used[1]], places[used[2]]};
      release(used[0], i);
      release(used[1], i);
    }
    return new Plan(
        kernels.toArray(new Kernel[0]), placed, Arrays.copyOf(sizes, firstTensor + arrays));
  }

  /** Puts a tensor into the first array that is free. */
  private void place(int tensor) {
    int array = 0;
    while (taken[array]) {
      array++;
    }
    taken[array] = true;
    arrays = Math.max(arrays, array + 1);
    places[tensor] = firstTensor + array;
    sizes[places[tensor]] = Math.max(sizes[places[tensor]], tensorSizes[tensor]);
  }

  private void release(int tensor, int kernel) {
    if (tensor >= 0 && lastUse[tensor] == kernel) {
      taken[places[tensor] - firstTensor] = false;
    }
  }
}
