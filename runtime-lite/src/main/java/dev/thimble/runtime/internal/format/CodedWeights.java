/*
 * Copyright 2026 The Thimble Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.thimble.runtime.internal.format;

import dev.thimble.runtime.internal.network.Weights;

/** A layer's decoded weights, and what they cost in the file. */
public final class CodedWeights {

  public final Weights weights;
  public final int codec;

  /** Values in the codebook; 0 without one. */
  public final int codebookSize;

  /** Bytes of the block. */
  public final int bytes;

  public final long biasBits;
  public final long gapBits;
  public final long indexBits;

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

  /** Returns these figures with other weights, which are not copied. */
  CodedWeights with(byte[] levels) {
    Weights changed = Weights.all(weights.rows, weights.columns, weights.bias, levels);
    return new CodedWeights(changed, codec, codebookSize, bytes, biasBits, gapBits, indexBits);
  }
}
