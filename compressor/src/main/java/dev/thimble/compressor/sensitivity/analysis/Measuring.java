/*
 * Copyright 2026 The Thimble Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.thimble.compressor.sensitivity.analysis;

/** Which recipes the verdict's comparison runs. */
public enum Measuring {
  /** Short forms of both recipes: minutes at most, and smaller savings. */
  QUICK,
  /** Both recipes as they are. */
  FULL,
  /** None. */
  NONE
}
