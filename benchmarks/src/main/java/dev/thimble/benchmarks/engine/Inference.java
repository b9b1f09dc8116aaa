/*
 * Copyright 2026 The Thimble Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.thimble.benchmarks.engine;

/** Classifies batches of images on one thread. */
public interface Inference extends AutoCloseable {

  /** Classifies the images from {@code first} on, as many as the array for the classes is long. */
  void run(int first);

  @Override
  void close();
}
