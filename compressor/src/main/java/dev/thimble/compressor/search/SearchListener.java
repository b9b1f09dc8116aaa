/*
 * Copyright 2026 The Thimble Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.thimble.compressor.search;

import dev.thimble.compressor.pipeline.PipelineListener;

/** Watches a search. */
public interface SearchListener {

  /**
   * A trial begins.
   *
   * @param number of the trial
   * @param density kept share of the weights
   * @return who watches its stages
   */
  PipelineListener onBegin(int number, double density);

  /** A trial is done, or was done before the search was resumed. */
  void onTrial(Trial trial);
}
