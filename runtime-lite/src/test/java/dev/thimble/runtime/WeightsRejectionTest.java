/*
 * Copyright 2026 The Thimble Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.thimble.runtime;

import static dev.thimble.runtime.Rejection.file;
import static dev.thimble.runtime.Rejection.network;
import static dev.thimble.runtime.Rejection.rejects;
import static org.assertj.core.api.Assertions.assertThat;

import dev.thimble.runtime.ModelException.Reason;
import dev.thimble.runtime.artifact.BitSink;
import dev.thimble.runtime.artifact.ByteSink;
import org.junit.jupiter.api.Test;

/** Section W of a network with one dense layer of 2 units over 3 pixels, plain scores. */
class WeightsRejectionTest {

  private static byte[] fileOf(int codec, byte[] block) {
    ByteSink weights = new ByteSink().varint(codec).varint(block.length).bytes(block);
    return file(network(1, 1, 3, 1).varints(1, 2, 0), weights);
  }

  private static void refuses(int codec, ByteSink block, String text) {
    rejects(fileOf(codec, block.toByteArray()), Reason.CORRUPT, text);
  }

  private static void refuses(ByteSink header, BitSink bits, String text) {
    refuses(1, header.bytes(bits.toByteArray()), text);
  }

  /** Two biases of 0 with Rice parameter 0. */
  private static BitSink biases() {
    return new BitSink().bits(0, 2);
  }

  /** Kept weights, layout 1, codebook {-1, 1}, largest gap 3. */
  private static ByteSink gapHeader(int kept) {
    return new ByteSink().varints(kept, 0, 0, 1, 1).u8(-1).u8(1).varint(3);
  }

  /** Gap code: 0 -> 0, 1 -> 10, 3 -> 11; index code: -1 -> 0, 1 -> 1. */
  private static BitSink gapTables() {
    return biases().bits(0x1202, 16).bits(0x11, 8);
  }

  @Test
  void acceptsWhatTheOthersBreak() throws ModelException {
    byte[] file =
        fileOf(
            1,
            gapHeader(2)
                .bytes(gapTables().bits(0b0_1, 2).bits(0b11_10_0, 5).toByteArray())
                .toByteArray());
    int[] scores = new int[2];
    Model.load(file).newSession().scores(new byte[] {1, 10, 100}, scores);
    assertThat(scores).containsExactly(1, -100);
  }

  @Test
  void rejectsUnknownCodecs() {
    rejects(
        fileOf(3, new byte[3]),
        Reason.UNSUPPORTED,
        "layer fc1 codec: expected 0 to 2, found 3 (section W");
    rejects(
        fileOf(9, new byte[3]), Reason.UNSUPPORTED, "layer fc1 codec: expected 0 to 2, found 9");
  }

  @Test
  void rejectsBlocksPastTheSection() {
    rejects(
        file(network(1, 1, 3, 1).varints(1, 2, 0), new ByteSink().varints(0, 9, 1)),
        Reason.CORRUPT,
        "layer fc1 block: expected 9 bytes, found 1 left");
  }

  @Test
  void rejectsBytesAfterTheLastBlock() {
    ByteSink weights = new ByteSink().varints(0, 8).bytes(new byte[9]);
    rejects(
        file(network(1, 1, 3, 1).varints(1, 2, 0), weights),
        Reason.CORRUPT,
        "the end: expected no more bytes, found 1 bytes");
  }

  @Test
  void rejectsRawBlocksOfAWrongSize() {
    refuses(0, new ByteSink().bytes(new byte[1]), "biases: expected 2 bytes, found 1 left");
    refuses(0, new ByteSink().bytes(new byte[7]), "weights: expected 2 x 3 bytes, found 5");
    refuses(0, new ByteSink().bytes(new byte[9]), "weights: expected 2 x 3 bytes, found 7");
  }

  @Test
  void rejectsRawMinus128() {
    refuses(
        0,
        new ByteSink().bytes(new byte[] {0, 0, 1, 2, 3, 4, -128, 6}),
        "weight: expected -127 to 127, found -128");
  }

  @Test
  void rejectsAccumulatorsThatCouldOverflow() {
    ByteSink block = new ByteSink().svarint(0).svarint(Integer.MAX_VALUE - 254);
    block.bytes(new byte[] {0, 0, 0, 1, 0, 0});
    refuses(
        0,
        block,
        "layer fc1 output 1: expected accumulators below 2^31, found one that could reach 2147483648");
    block = new ByteSink().svarint(Integer.MIN_VALUE).svarint(0).bytes(new byte[6]);
    refuses(
        0,
        block,
        "output 0: expected accumulators below 2^31, found one that could reach 2147483648");
  }

  @Test
  void acceptsTheLargestAccumulator() throws ModelException {
    ByteSink block = new ByteSink().svarint(0).svarint(Integer.MAX_VALUE - 255);
    byte[] file = fileOf(0, block.bytes(new byte[] {0, 0, 0, 1, 0, 0}).toByteArray());
    int[] scores = new int[2];
    Model.load(file).newSession().scores(new byte[] {-1, 0, 0}, scores);
    assertThat(scores).containsExactly(0, Integer.MAX_VALUE);
  }

  @Test
  void rejectsScoresThatCouldOverflow() {
    ByteSink network = network(1, 1, 1, 1).varints(1, 1, 2, 0, 1 << 30);
    ByteSink weights = new ByteSink().varints(0, 2).svarint(0).u8(1);
    rejects(
        file(network, weights),
        Reason.CORRUPT,
        "output 0: expected scores below 2^31, found one that could reach 273804165120");
  }

  @Test
  void rejectsAMultiplierOfZeroUnlessTheChannelIsEmpty() throws ModelException {
    ByteSink weights = new ByteSink().varints(0, 2).svarint(0).u8(1);
    rejects(
        file(network(1, 1, 1, 1).varints(1, 1, 2, 0, 0), weights),
        Reason.CORRUPT,
        "output 0: expected a multiplier above 0, found 0");
    ByteSink empty = new ByteSink().varints(0, 2).svarint(0).u8(0);
    byte[] file = file(network(1, 1, 1, 1).varints(1, 1, 2, 0, 0), empty);
    assertThat(Model.load(file).classCount()).isEqualTo(1);
  }

  @Test
  void rejectsBadHuffmanHeaders() {
    refuses(1, new ByteSink().varints(7), "kept weights: expected 0 to 6, found 7");
    refuses(1, new ByteSink().varints(0, 25), "bias shift: expected 0 to 24, found 25");
    refuses(1, new ByteSink().varints(0, 0, 25), "Rice parameter: expected 0 to 24, found 25");
    refuses(1, new ByteSink().varints(1, 0, 0, 3), "layout: expected 0 to 2, found 3");
    refuses(1, new ByteSink().varints(5, 0, 0, 0), "kept weights of layout 0: expected 6, found 5");
    refuses(
        1,
        new ByteSink().varints(6, 0, 0, 0, 0),
        "codebook size of layout 0: expected at least 2, found 1");
    refuses(
        1, new ByteSink().varints(1, 0, 0, 1, 256), "codebook size: expected 0 to 255, found 256");
    refuses(
        1,
        new ByteSink().varints(1, 0, 0, 1, 0).u8(-128),
        "codebook value: expected above -128, found -128");
    refuses(
        1,
        new ByteSink().varints(1, 0, 0, 1, 1).u8(4).u8(4),
        "codebook value: expected above 4, found 4");
    refuses(
        1,
        new ByteSink().varints(1, 0, 0, 1, 0).u8(0),
        "codebook value of kept weights: expected not 0, found 0");
    refuses(
        1,
        new ByteSink().varints(1, 0, 0, 1, 0).u8(1).varint(0),
        "largest gap: expected 1 to 255, found 0");
    refuses(
        1,
        new ByteSink().varints(1, 0, 0, 1, 0).u8(1).varint(256),
        "largest gap: expected 1 to 255, found 256");
  }

  @Test
  void rejectsMoreWeightsOrRowsThanBits() {
    ByteSink weights = new ByteSink().varints(1, 3, 0, 0, 0);
    rejects(
        file(network(1, 1, 3, 1).varints(1, 1000, 0), weights),
        Reason.CORRUPT,
        "kept weights and biases: expected at most one a bit of 3 bytes, found 0 and 1000");
    weights = new ByteSink().varints(1, 3).varint(300).u8(0);
    rejects(
        file(network(1, 1, 300, 1).varints(1, 1, 0), weights),
        Reason.CORRUPT,
        "expected at most one a bit of 3 bytes, found 300 and 1");
  }

  @Test
  void rejectsBadBiases() {
    BitSink ones = new BitSink();
    for (int i = 0; i < 70; i++) {
      ones.bits(1, 1);
    }
    refuses(new ByteSink().varints(0, 0, 0), ones, "bias: expected at most 64 ones, found more");
    BitSink large = new BitSink().rice(1 << 20, 20).rice(0, 20);
    refuses(new ByteSink().varints(0, 11, 20), large, "bias: expected 32 bits, found 2147483648");
    refuses(
        new ByteSink().varints(0, 0, 24), new BitSink().rice(0, 24), "bias: expected more bits");
  }

  @Test
  void acceptsTheSmallestBiasInShiftedForm() {
    BitSink bits = new BitSink().rice(-(1 << 20), 20).rice(0, 20);
    refuses(
        new ByteSink().varints(0, 11, 20),
        bits,
        "could reach 2147483648"); // -2^31 is read, then refused
  }

  @Test
  void rejectsIncompleteAndOversubscribedCodes() {
    refuses(
        gapHeader(1),
        biases().bits(0x1200, 16),
        "gap code: expected a complete code, found a Kraft sum of 24576/32768");
    refuses(
        gapHeader(1),
        biases().bits(0x1110, 16),
        "gap code: expected a complete code, found a Kraft sum of 49152/32768");
    refuses(
        gapHeader(1), biases().bits(0, 16), "gap code: expected a complete code, found no symbols");
    refuses(
        gapHeader(1),
        biases().bits(0x0020, 16),
        "gap code: expected a complete code, found a Kraft sum of 8192");
    refuses(
        gapHeader(1),
        biases().bits(0x1202, 16).bits(0x12, 8),
        "index code: expected a complete code");
  }

  @Test
  void rejectsTheUnusedHalfOfAOneSymbolCode() {
    BitSink bits = biases().bits(0x1000, 16).bits(0x11, 8).bits(1, 1).bits(0, 1);
    refuses(gapHeader(1), bits, "gap code: expected the code 0 of the only symbol, found 1");
  }

  @Test
  void rejectsPositionsPastTheMatrix() {
    BitSink bits = gapTables().bits(0b11_11_0_0, 6);
    refuses(gapHeader(1), bits, "position of a weight: expected below 6, found 6");
  }

  @Test
  void rejectsAChainOfGapsPastTheMatrix() {
    BitSink bits = gapTables();
    for (int i = 0; i < 50; i++) {
      bits.bits(0b11, 2);
    }
    refuses(gapHeader(1), bits, "position of a weight: expected below 6, found 150");
  }

  @Test
  void rejectsCutAndTrailingBits() {
    refuses(gapHeader(4), gapTables(), "expected more bits, found the end of the block");
    BitSink bits = gapTables().bits(0b0_1, 2).bits(1, 1);
    refuses(gapHeader(1), bits, "the bits after the last code: expected zeros, found ones");
    bits = gapTables().bits(0b0_1, 2).bits(0, 9);
    refuses(gapHeader(1), bits, "the end of the block: expected no more bytes, found 1 bytes");
  }
}
