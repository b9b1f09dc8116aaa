/*
 * Copyright 2026 The Thimble Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.thimble.compressor.sensitivity.analysis;

import dev.thimble.compressor.sensitivity.Analysis;
import java.time.Duration;

/** Hears how a sensitivity analysis goes, on its thread. */
public interface AnalysisListener {

  /**
   * A step is done.
   *
   * @param analysis the current one
   * @param share of the whole work, in [0, 1]
   * @param left estimated time to the end
   */
  void onStep(Analysis analysis, double share, Duration left);

  /** Everything is done. */
  void onEnd();
}
