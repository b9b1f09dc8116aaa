/*
 * Copyright 2026 The Thimble Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.thimble.compressor.sensitivity.analysis;

import dev.thimble.compressor.sensitivity.Analysis;
import java.time.Duration;

/** Hears nothing. */
final class SilentListener implements AnalysisListener {

  @Override
  public void onStep(Analysis analysis, double share, Duration left) {}

  @Override
  public void onEnd() {}
}
