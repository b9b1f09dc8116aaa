/*
 * Copyright 2026 The Thimble Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.thimble.compressor.dl4j;

/**
 * Maps shadow parameters to those a network computes with, and its gradient back to the shadow.
 * Gradient and step are unchanged unless overridden.
 */
public interface Projection {

  /** Replaces shadow parameters by those that the network computes with, in place. */
  void project(float[] parameters);

  /** Turns the gradient of the projected parameters into that of the shadow, in place. */
  default void pullBack(float[] gradient) {}

  /** Changes what the optimizer is about to subtract from the shadow, in place. */
  default void restrain(float[] step) {}
}
