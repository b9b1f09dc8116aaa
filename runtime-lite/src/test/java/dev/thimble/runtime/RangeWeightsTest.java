/*
 * Copyright 2026 The Thimble Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.thimble.runtime;

import static dev.thimble.runtime.Rejection.corrupt;
import static org.assertj.core.api.Assertions.assertThat;

import dev.thimble.runtime.artifact.Artifact;
import dev.thimble.runtime.artifact.ByteSink;
import dev.thimble.runtime.artifact.Quant;
import dev.thimble.runtime.artifact.TestLayer;
import dev.thimble.runtime.artifact.TestNetwork;
import dev.thimble.runtime.artifact.WeightBlock;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** Blocks of codec 2 that are sound, and what they must not say. */
class RangeWeightsTest {

  private static TestNetwork dense(int rows, int columns, int keptOneIn) {
    Random random = new Random(rows);
    byte[] weights = new byte[rows * columns];
    for (int i = 0; i < weights.length; i++) {
      weights[i] = (byte) (random.nextInt(keptOneIn) == 0 ? random.nextInt(31) - 15 : 0);
    }
    return new TestNetwork(
        new int[] {1, 1, columns},
        0,
        List.of(new TestLayer.Dense(new int[rows], weights, Quant.plainScores())));
  }

  private static byte[] file(TestNetwork network, byte[] block) {
    return new Artifact()
        .section('N', network.networkSection(null, null))
        .section('W', new ByteSink().varint(2).varint(block.length).bytes(block).toByteArray())
        .end();
  }

  private static byte[] block(TestNetwork network) {
    byte[] section = network.weightsSection(WeightBlock.RANGE);
    int start = 2; // after the codec and the length, a varint
    while (section[start - 1] < 0) {
      start++;
    }
    return Arrays.copyOfRange(section, start, section.length);
  }

  @Test
  void readsNothingAsZeros() throws ModelException {
    TestNetwork zeros = dense(2, 3, 1 << 30);
    byte[] block = block(zeros);
    assertThat(block).hasSizeLessThan(4);
    ModelDescription.Layer layer = Model.load(file(zeros, block)).description().layers().get(0);
    assertThat(layer.codec()).isEqualTo("range");
    assertThat(layer.keptWeights()).isZero();
    assertThat(layer.codedBytes()).isEqualTo(block.length);
  }

  @Test
  void refusesMoreBytesThanTheCodeNeeds() throws ModelException {
    TestNetwork network = dense(20, 30, 4);
    byte[] block = block(network);
    Model.load(file(network, block));
    for (int more = 1; more < 6; more++) {
      byte[] longer = Arrays.copyOf(block, block.length + more);
      corrupt(file(network, longer), "the end: expected that of the range code, found another");
      longer[longer.length - 1] = 1;
      corrupt(file(network, longer), "the end: expected that of the range code, found another");
    }
  }

  @Test
  void refusesWhatTakesTooLongForItsBytes() {
    TestNetwork zeros = dense(1024, 700, 1 << 30);
    byte[] block = block(zeros);
    corrupt(
        file(zeros, block),
        "layer fc1 weights until here: expected at most " + (524_288 + 64 * block.length));
    TestNetwork allKept = dense(600, 600, 1);
    byte[] cut = Arrays.copyOf(block(allKept), 600);
    corrupt(file(allKept, cut), "layer fc1 kept weights until here: expected at most 21184");
  }

  @Test
  void namesWhatIsWrong() {
    TestNetwork network = dense(30, 300, 9);
    Random random = new Random(3);
    Set<String> named = new TreeSet<>();
    for (int i = 0; i < 3000; i++) {
      byte[] block = new byte[8 + random.nextInt(300)];
      random.nextBytes(block);
      block[0] = (byte) (i % 3 == 0 ? block[0] : 0xF0 | block[0]);
      try {
        Model.load(file(network, block));
      } catch (ModelException e) {
        assertThat(e).hasMessageMatching("corrupt model: .* \\(section W, byte \\d+\\)");
        named.add(e.getMessage().replaceAll("corrupt model: layer fc1 |: .*", ""));
      }
    }
    assertThat(named).contains("bits of a bias", "level", "kept weights of a row", "the end");
  }

  @Test
  void decodesTheSameAfterAnyBlockBeforeIt() throws ModelException {
    TestNetwork network = TinyModel.convolutional();
    byte[] image = new byte[network.imageSize()];
    new Random(4).nextBytes(image);
    int[] expected = new int[network.classCount()];
    Model.load(network.file(WeightBlock.RAW)).newSession().scores(image, expected);
    for (WeightBlock first : WeightBlock.values()) {
      Model model = Model.load(network.file(first, WeightBlock.RANGE));
      int[] scores = new int[network.classCount()];
      model.newSession().scores(image, scores);
      assertThat(scores).as("%s", first).containsExactly(expected);
    }
  }
}
