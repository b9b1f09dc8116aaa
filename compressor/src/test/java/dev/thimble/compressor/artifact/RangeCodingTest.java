/*
 * Copyright 2026 The Thimble Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.thimble.compressor.artifact;

class RangeCodingTest extends CodingContract {
  @Override
  Coding coding() {
    return Coding.RANGE;
  }
}
