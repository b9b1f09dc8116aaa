/*
 * Copyright 2026 The Thimble Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.thimble.compressor.sensitivity;

/**
 * A part that the report does not have.
 *
 * @param reason in a clause, with what would help
 */
public record Skipped(Analysis analysis, String reason) {

  public Skipped {
    if (analysis == null || reason == null || reason.isBlank()) {
      throw new IllegalArgumentException("what is skipped needs a reason");
    }
  }
}
