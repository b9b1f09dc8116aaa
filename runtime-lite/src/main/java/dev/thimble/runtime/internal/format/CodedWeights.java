/*
 * Copyright 2026 The Thimble Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.thimble.runtime.internal.format;

import dev.thimble.runtime.internal.network.Weights;

/** A layer's decoded weights, and what they cost in the file. */
public final class CodedWeights {

  private final Weights weights;
  private final int codec;
  private final int codebookSize;
  private final int bytes;
  private final long biasBits;
  private final long gapBits;
  private final long indexBits;

  CodedWeights(
      Weights weights,
      int codec,
      int codebookSize,
      int bytes,
      long biasBits,
      long gapBits,
      long indexBits) {
    this.weights = weights;
    this.codec = codec;
    this.codebookSize = codebookSize;
    this.bytes = bytes;
    this.biasBits = biasBits;
    this.gapBits = gapBits;
    this.indexBits = indexBits;
  }

  public Weights weights() {
    return weights;
  }

  public int codec() {
    return codec;
  }

  /** Returns the values in the codebook; 0 without one. */
  public int codebookSize() {
    return codebookSize;
  }

  /** Returns the bytes of the block. */
  public int bytes() {
    return bytes;
  }

  public long biasBits() {
    return biasBits;
  }

  public long gapBits() {
    return gapBits;
  }

  public long indexBits() {
    return indexBits;
  }
}
