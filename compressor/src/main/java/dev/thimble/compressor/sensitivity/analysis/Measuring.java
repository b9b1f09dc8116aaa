/*
 * Copyright 2026 The Thimble Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.thimble.compressor.sensitivity.analysis;

import java.util.Locale;

/** Which recipes the verdict's comparison runs. */
public enum Measuring {
  /** Short forms of both recipes: minutes at most, and smaller savings. */
  QUICK,
  /** Both recipes as they are. */
  FULL,
  /** None. */
  NONE;

  /** As the command line has it. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
