/*
 * Copyright 2026 The Thimble Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.thimble.compressor.entropy;

/**
 * What a layer's block was spent on. Where a coder does not separate two things, one of them has it
 * all: a raw block has its bits in the values.
 *
 * @param name the layer's name
 * @param codec how the block is coded
 * @param rows output channels
 * @param columns weights of an output channel
 * @param kept weights that are not pruned
 * @param codebookSize different values among the kept weights
 * @param blockBytes bytes of the block
 * @param biasBits bits of all biases
 * @param tableBits bits of the block's header, codebook and code lengths, padding included
 * @param positionBits bits that say which weights are kept
 * @param valueBits bits that say which values they have
 * @param fixedPositionBits the same positions as gaps of the best fixed width
 * @param fixedValueBits the same values as codebook indices of fixed width
 * @param maskEntropyBits entropy of the positions if each weight is kept independently
 * @param valueEntropyBits entropy of the values if each is independent
 */
public record LayerStatistics(
    String name,
    Codec codec,
    int rows,
    int columns,
    int kept,
    int codebookSize,
    int blockBytes,
    double biasBits,
    double tableBits,
    double positionBits,
    double valueBits,
    double fixedPositionBits,
    double fixedValueBits,
    double maskEntropyBits,
    double valueEntropyBits) {

  /** Share of the weights that are kept, 0 … 1. */
  public double density() {
    return (double) kept / ((long) rows * columns);
  }

  /** Bits of a kept weight's value before the code: a fixed-width index. */
  public double valueBitsBefore() {
    return perKept(fixedValueBits);
  }

  /** Bits of a kept weight's value in the block. */
  public double valueBitsAfter() {
    return perKept(valueBits);
  }

  /** Bits of a kept weight's position before the code: fixed-width gaps. */
  public double positionBitsBefore() {
    return perKept(fixedPositionBits);
  }

  /** Bits of a kept weight's position in the block. */
  public double positionBitsAfter() {
    return perKept(positionBits);
  }

  /** Entropy of positions and values if each weight is independent of the others. */
  public double entropyBytes() {
    return (maskEntropyBits + valueEntropyBits) / Byte.SIZE;
  }

  private double perKept(double bits) {
    return kept == 0 ? 0 : bits / kept;
  }
}
