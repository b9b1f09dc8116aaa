/*
 * Copyright 2026 The Thimble Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.thimble.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.thimble.runtime.artifact.Artifact;
import dev.thimble.runtime.artifact.TestLayer;
import dev.thimble.runtime.artifact.TestNetwork;
import dev.thimble.runtime.artifact.Textbook;
import dev.thimble.runtime.artifact.WeightBlock;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.IntUnaryOperator;
import org.junit.jupiter.api.Test;

class WeightFaultsTest {

  private static final byte[] FILE =
      TinyModel.completeFile(WeightBlock.HUFFMAN_ROW_GAPS, WeightBlock.RAW);

  private static byte[] pixels(int images) {
    byte[] pixels = new byte[64 * images];
    new Random(3).nextBytes(pixels);
    return pixels;
  }

  private static int[] scores(Model model, byte[] pixels) {
    int count = pixels.length / model.inputSize();
    int[] scores = new int[count * model.classCount()];
    model.newSession().scores(pixels, count, scores);
    return scores;
  }

  /** The textbook's scores with every weight replaced. */
  private static int[] expected(IntUnaryOperator fault, byte[] pixels) {
    TestNetwork sound = TinyModel.convolutional();
    List<TestLayer> layers = new ArrayList<>();
    for (TestLayer layer : sound.layers()) {
      if (layer instanceof TestLayer.Conv c) {
        layers.add(
            new TestLayer.Conv(
                c.geometry(), c.groups(), c.bias(), changed(c.weights(), fault), c.quant()));
      } else if (layer instanceof TestLayer.Dense d) {
        layers.add(new TestLayer.Dense(d.bias(), changed(d.weights(), fault), d.quant()));
      } else {
        layers.add(layer);
      }
    }
    return Textbook.scores(new TestNetwork(sound.input(), sound.inputZero(), layers), pixels);
  }

  private static byte[] changed(byte[] weights, IntUnaryOperator fault) {
    byte[] changed = weights.clone();
    for (int i = 0; i < changed.length; i++) {
      changed[i] = (byte) fault.applyAsInt(changed[i]);
    }
    return changed;
  }

  @Test
  void atRateZeroNothingChanges() throws ModelException {
    byte[] pixels = pixels(20);
    assertThat(scores(new WeightFaults(FILE).flipBits(0, 7), pixels))
        .isEqualTo(scores(Model.load(FILE), pixels));
  }

  @Test
  void atRateOneEveryBitOfEveryWeightFlips() throws ModelException {
    byte[] pixels = pixels(1);
    assertThat(scores(new WeightFaults(FILE).flipBits(1, 7), pixels))
        .isEqualTo(expected(weight -> Math.max(-127, ~weight), pixels));
  }

  @Test
  void truncatedWeightsAreTheNearestMultiples() throws ModelException {
    byte[] pixels = pixels(1);
    WeightFaults faults = new WeightFaults(FILE);
    assertThat(scores(faults.truncate(8), pixels)).isEqualTo(scores(Model.load(FILE), pixels));
    // Weights are -8 to 8: at 5 bits multiples of 8.
    assertThat(scores(faults.truncate(5), pixels))
        .isEqualTo(expected(w -> Math.abs(w) < 4 ? 0 : Integer.signum(w) * 8, pixels));
    assertThat(scores(faults.truncate(2), pixels)).isEqualTo(expected(w -> 0, pixels));
  }

  @Test
  void flipsAsManyBitsAsTheRateSays() throws ModelException {
    // 1 x 1 x 3,000 to 2 scores; only sign bits of 0 make -128, which is -127.
    TestNetwork wide =
        new TestNetwork(
            new int[] {1, 1, 3000},
            0,
            List.of(
                new TestLayer.Dense(
                    new int[2], new byte[6000], dev.thimble.runtime.artifact.Quant.plainScores())));
    WeightFaults faults = new WeightFaults(wide.file(WeightBlock.RAW));
    ModelDescription.Layer layer = faults.flipBits(0.01, 5).description().layers().get(0);
    // 6,000 weights, each changed with probability 1 - 0.99^8 = 0.0773; standard deviation 21
    assertThat(layer.keptWeights()).isBetween(464 - 84, 464 + 84);
  }

  @Test
  void theSeedDecides() throws ModelException {
    byte[] pixels = pixels(20);
    WeightFaults faults = new WeightFaults(FILE);
    int[] first = scores(faults.flipBits(0.05, 1), pixels);
    assertThat(scores(faults.flipBits(0.05, 1), pixels)).isEqualTo(first);
    assertThat(scores(new WeightFaults(FILE).flipBits(0.05, 1), pixels)).isEqualTo(first);
    assertThat(scores(faults.flipBits(0.05, 2), pixels)).isNotEqualTo(first);
  }

  @Test
  void aModelInUseIsNotTouched() throws ModelException {
    byte[] pixels = pixels(5);
    Model model = Model.load(FILE);
    int[] before = scores(model, pixels);
    WeightFaults faults = new WeightFaults(FILE);
    faults.flipBits(1, 1);
    faults.truncate(2);
    assertThat(scores(model, pixels)).isEqualTo(before);
    assertThat(scores(faults.flipBits(0, 1), pixels)).isEqualTo(before);
  }

  @Test
  void oneLayerAloneCanBeFaulty() throws ModelException {
    WeightFaults faults = new WeightFaults(FILE);
    ModelDescription sound = Model.load(FILE).description();
    ModelDescription faulty = faults.flipBits(2, 1, 1).description();
    assertThat(faulty.layers().get(2).keptWeights())
        .isNotEqualTo(sound.layers().get(2).keptWeights());
    assertThat(faulty.layers().get(0).keptWeights()).isEqualTo(sound.layers().get(0).keptWeights());
  }

  @Test
  void theSelfCheckNoticesFaults() throws ModelException {
    assertThat(new WeightFaults(FILE).flipBits(0.2, 1).selfCheck().passed()).isFalse();
    assertThat(new WeightFaults(FILE).flipBits(0, 1).selfCheck().passed()).isTrue();
  }

  @Test
  void countsErrorsBeforeAndAfter() throws ModelException {
    byte[] pixels = pixels(40);
    Model model = Model.load(FILE);
    int[] labels = new int[40];
    model.newSession().classify(pixels, 40, labels);
    assertThat(WeightFaults.errors(model, pixels, labels)).isZero();
    labels[3] = (labels[3] + 1) % 4;
    assertThat(WeightFaults.errors(model, pixels, labels)).isEqualTo(1);
    assertThat(WeightFaults.errors(new WeightFaults(FILE).truncate(2), pixels, labels))
        .isGreaterThan(1);
  }

  @Test
  void refusesWhatMakesNoSense() throws ModelException {
    WeightFaults faults = new WeightFaults(FILE);
    assertThatThrownBy(() -> faults.flipBits(1.5, 1))
        .hasMessage("rate: expected 0 to 1, found 1.5");
    assertThatThrownBy(() -> faults.flipBits(Double.NaN, 1))
        .hasMessage("rate: expected 0 to 1, found NaN");
    assertThatThrownBy(() -> faults.flipBits(-1, 0.5, 1))
        .hasMessage("layer: expected at least 0, found -1");
    assertThatThrownBy(() -> faults.truncate(1)).hasMessage("bits: expected 2 to 8, found 1");
    assertThatThrownBy(() -> WeightFaults.errors(Model.load(FILE), new byte[64], new int[] {1, 2}))
        .hasMessage("pixels: expected an array of 128 (2 x 1x8x8), found 64");
  }

  @Test
  void refusesFilesAndTrialsOverTheLimits() {
    assertThatThrownBy(() -> new WeightFaults(new byte[3]).truncate(8))
        .isInstanceOf(ModelException.class);
    assertThatThrownBy(
            () -> new WeightFaults(FILE, Limits.DEFAULT.withMemoryBytes(100)).truncate(8))
        .isInstanceOfSatisfying(
            ModelException.class,
            e -> assertThat(e.reason()).isEqualTo(ModelException.Reason.LIMIT_EXCEEDED));
  }

  @Test
  void refusesLayersWhoseFaultsCouldOverflow() {
    TestNetwork wide =
        new TestNetwork(
            new int[] {1, 1, 70_000},
            0,
            List.of(
                new TestLayer.Dense(
                    new int[1],
                    new byte[70_000],
                    dev.thimble.runtime.artifact.Quant.plainScores())));
    byte[] file =
        new Artifact()
            .section('N', wide.networkSection(null, null))
            .section('W', wide.weightsSection(WeightBlock.RAW))
            .end();
    assertThatThrownBy(() -> new WeightFaults(file).truncate(8))
        .isInstanceOf(ModelException.class)
        .hasMessage("unsupported model: layer fc1: faults could overflow an accumulator");
  }
}
