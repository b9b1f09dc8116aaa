/*
 * Copyright 2026 The Thimble Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.thimble.compressor.sensitivity.analysis;

/**
 * How thorough a sensitivity analysis is.
 *
 * @param samples validation images that errors are measured on, at most; at least 1
 * @param seed decides every random choice
 * @param maxDrop how much the error may rise in the verdict, as a share in [0, 1]
 * @param measuring which recipes the verdict's comparison runs
 */
public record AnalysisOptions(int samples, long seed, double maxDrop, Measuring measuring) {
  public static final int DEFAULT_SAMPLES = 5000;
  public static final double DEFAULT_MAX_DROP = 0.002;

  public AnalysisOptions {
    if (samples < 1) {
      throw new IllegalArgumentException("samples must be at least 1, found " + samples);
    }
    if (!(maxDrop >= 0 && maxDrop <= 1)) {
      throw new IllegalArgumentException("the largest drop must be in [0, 1], found " + maxDrop);
    }
  }
}
