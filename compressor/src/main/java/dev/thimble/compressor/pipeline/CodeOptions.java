/*
 * Copyright 2026 The Thimble Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.thimble.compressor.pipeline;

import dev.thimble.compressor.artifact.Coding;

/**
 * What is written, and how.
 *
 * @param coding the entropy coder
 * @param provenance whether the file says which network, recipe and seed it comes from (some 50
 *     bytes)
 * @param checkVectors validation images that go into the file with their scores, so that a device
 *     can check itself, 0 … 16
 */
public record CodeOptions(Coding coding, boolean provenance, int checkVectors) {

  private static final int MAX_CHECK_VECTORS = 16;

  public CodeOptions {
    if (coding == null) {
      throw new IllegalArgumentException("a coding is needed");
    }
    if (checkVectors < 0 || checkVectors > MAX_CHECK_VECTORS) {
      throw new IllegalArgumentException(
          "check vectors must be 0 to " + MAX_CHECK_VECTORS + ", found " + checkVectors);
    }
  }

  public CodeOptions withCoding(Coding value) {
    return new CodeOptions(value, provenance, checkVectors);
  }
}
