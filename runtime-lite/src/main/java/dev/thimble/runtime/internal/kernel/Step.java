/*
 * Copyright 2026 The Thimble Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.thimble.runtime.internal.kernel;

/** One kernel between its tensors; in a finished plan the tensors are slots of the workspace. */
final class Step {

  /** No second operand. */
  static final int NONE = -1;

  final Kernel kernel;
  final int input;
  final int other;
  final int output;

  Step(Kernel kernel, int input, int other, int output) {
    this.kernel = kernel;
    this.input = input;
    this.other = other;
    this.output = output;
  }
}
