/*
 * Copyright 2026 The Thimble Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.thimble.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import dev.thimble.runtime.artifact.Artifact;
import dev.thimble.runtime.artifact.RandomNetworks;
import dev.thimble.runtime.artifact.TestLayer;
import dev.thimble.runtime.artifact.TestNetwork;
import dev.thimble.runtime.artifact.WeightBlock;
import java.util.Arrays;
import java.util.Random;
import java.util.function.IntUnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every byte of a few artifacts changed in several ways, and every length cut: with the old
 * checksums, and with corrected ones.
 */
class CorruptionSweepTest {

  private static final IntUnaryOperator[] CHANGES = {
    b -> b ^ 0x01,
    b -> b ^ 0x10,
    b -> b ^ 0x80,
    b -> b ^ 0xFF,
    b -> 0,
    b -> 0xFF,
    b -> 0x7F,
    b -> b + 1,
    b -> b - 1
  };

  static Stream<byte[]> artifacts() {
    return Stream.of(
        TinyModel.completeFile(WeightBlock.HUFFMAN_ROW_GAPS),
        TinyModel.completeFile(WeightBlock.HUFFMAN_COLUMN_GAPS, WeightBlock.HUFFMAN_ALL),
        TinyModel.completeFile(WeightBlock.RAW),
        TinyModel.completeFile(WeightBlock.RANGE),
        TinyModel.completeFile(WeightBlock.HUFFMAN_ROW_GAPS, WeightBlock.RANGE),
        everyLayer().file(WeightBlock.values()));
  }

  /** A random network that has every kind of layer. */
  private static TestNetwork everyLayer() {
    Random random = new Random(77);
    while (true) {
      TestNetwork network = RandomNetworks.next(random);
      long kinds = network.layers().stream().map(TestLayer::getClass).distinct().count();
      if (kinds >= 4 && network.layers().stream().anyMatch(TestLayer.Add.class::isInstance)) {
        return network;
      }
    }
  }

  @ParameterizedTest
  @MethodSource("artifacts")
  void refusesEveryChangedByte(byte[] file) throws ModelException {
    Model.load(file);
    HostileInput hostile = new HostileInput();
    forEachChange(file, hostile::tryLoading);
    assertThat(hostile.loaded()).isZero();
    hostile.requireFast();
  }

  @ParameterizedTest
  @MethodSource("artifacts")
  void survivesEveryChangedByteBehindCorrectChecksums(byte[] file) {
    HostileInput hostile = new HostileInput();
    forEachChange(file, damaged -> hostile.tryLoading(Artifact.withCorrectCrcs(damaged)));
    assertThat(hostile.refused()).isGreaterThan(file.length / 4);
    assertThat(hostile.loaded()).isGreaterThan(file.length / 4);
    hostile.requireFast();
  }

  @ParameterizedTest
  @MethodSource("artifacts")
  void refusesEveryCut(byte[] file) {
    HostileInput hostile = new HostileInput();
    for (int length = 0; length < file.length; length++) {
      byte[] cut = Arrays.copyOf(file, length);
      hostile.tryLoading(cut);
      hostile.tryLoading(Artifact.withCorrectCrcs(cut));
    }
    assertThat(hostile.loaded()).isZero();
    hostile.requireFast();
  }

  private static void forEachChange(byte[] file, java.util.function.Consumer<byte[]> action) {
    for (int i = 0; i < file.length; i++) {
      for (IntUnaryOperator change : CHANGES) {
        byte[] damaged = file.clone();
        damaged[i] = (byte) change.applyAsInt(file[i]);
        if (damaged[i] != file[i]) {
          action.accept(damaged);
        }
      }
    }
  }
}
