/*
 * Copyright 2026 The Thimble Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.thimble.benchmarks.engine;

/** A network in one of the compared runtimes. Threads share it. */
public interface LoadedNetwork extends AutoCloseable {

  /**
   * Prepares inference on one thread, with all that can be allocated beforehand.
   *
   * @param images what will be classified
   * @param classes receives the classes; as long as a batch
   */
  Inference newInference(TestImages images, int[] classes);

  @Override
  void close();
}
