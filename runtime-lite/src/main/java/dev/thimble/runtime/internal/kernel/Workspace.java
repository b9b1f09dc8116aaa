/*
 * Copyright 2026 The Thimble Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.thimble.runtime.internal.kernel;

/**
 * What one session writes to while it infers: a few tensors and the kernels' scratch, allocated
 * once.
 */
public final class Workspace {

  final int[][] slots;
  final int[][] scratch;

  Workspace(int[] slotSizes, int[] scratchSizes) {
    slots = allocate(slotSizes);
    scratch = allocate(scratchSizes);
  }

  private static int[][] allocate(int[] sizes) {
    int[][] arrays = new int[sizes.length][];
    for (int i = 0; i < sizes.length; i++) {
      arrays[i] = new int[sizes[i]];
    }
    return arrays;
  }
}
