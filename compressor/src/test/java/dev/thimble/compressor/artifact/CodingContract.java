/*
 * Copyright 2026 The Thimble Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.thimble.compressor.artifact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.thimble.compressor.network.Activation;
import dev.thimble.compressor.network.IntegerWeights;
import dev.thimble.compressor.network.QuantizedWeights;
import dev.thimble.compressor.network.RandomNetworks;
import dev.thimble.compressor.network.Scales;
import dev.thimble.compressor.network.Shape;
import dev.thimble.compressor.quantize.Granularity;
import dev.thimble.compressor.quantize.IntegerNetwork;
import dev.thimble.compressor.quantize.IntegerNetworks;
import dev.thimble.compressor.quantize.IntegerWeightedLayer;
import dev.thimble.compressor.quantize.Multipliers;
import dev.thimble.compressor.quantize.OutputStage;
import dev.thimble.compressor.quantize.QuantizeOptions;
import dev.thimble.runtime.Model;
import dev.thimble.runtime.ModelException;
import dev.thimble.runtime.Session;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

/**
 * What holds of every way to code weights: the runtime decodes the file and computes the same
 * scores, bit for bit, as the network that was written.
 */
abstract class CodingContract {

  abstract Coding coding();

  private Artifact write(IntegerNetwork network) {
    return new ArtifactWriter(ArtifactOptions.DEFAULT.withCoding(coding())).write(network);
  }

  @Property(tries = 150)
  void runtimeComputesTheSameScores(@ForAll long seed) throws ModelException {
    IntegerNetwork network = IntegerNetworks.odd(seed);
    assertSameScores(network, Model.load(write(network).bytes()), seed);
  }

  private static void assertSameScores(IntegerNetwork network, Model model, long seed) {
    Random random = new Random(seed);
    Session session = model.newSession();
    int[] scores = new int[model.classCount()];
    for (int i = 0; i < 5; i++) {
      byte[] image = new byte[network.input().size()];
      random.nextBytes(image);
      session.scores(image, scores);
      assertThat(scores).containsExactly(network.scores(image));
    }
  }

  /** Unit images through one dense layer read back every single weight. */
  @Property(tries = 150)
  void everyWeightComesBack(
      @ForAll long seed,
      @ForAll @IntRange(min = 1, max = 70) int rows,
      @ForAll @IntRange(min = 1, max = 70) int columns,
      @ForAll @IntRange(max = 100) int percentKept,
      @ForAll @IntRange(min = 1, max = 127) int maxLevel)
      throws ModelException {
    Random random = new Random(seed);
    byte[] levels = new byte[rows * columns];
    for (int i = 0; i < levels.length; i++) {
      boolean kept = random.nextInt(100) < percentKept;
      levels[i] = (byte) (kept ? random.nextInt(2 * maxLevel + 1) - maxLevel : 0);
    }
    assertComesBack(rows, columns, levels, biases(random, rows));
  }

  private static int[] biases(Random random, int rows) {
    int[] biases = new int[rows];
    int shift = random.nextInt(20);
    for (int row = 0; row < rows; row++) {
      biases[row] = (int) (random.nextGaussian() * 20) << shift;
    }
    return biases;
  }

  private void assertComesBack(int rows, int columns, byte[] levels, int[] biases)
      throws ModelException {
    IntegerNetwork network = oneLayer(rows, columns, levels, biases);
    Artifact artifact = write(network);
    assertThat(write(network).bytes()).isEqualTo(artifact.bytes());
    Session session = Model.load(artifact.bytes()).newSession();
    int[] scores = new int[rows];
    session.scores(new byte[columns], scores);
    assertThat(scores).containsExactly(biases);
    for (int column = 0; column < columns; column++) {
      byte[] image = new byte[columns];
      image[column] = 1;
      session.scores(image, scores);
      for (int row = 0; row < rows; row++) {
        assertThat(scores[row] - biases[row]).isEqualTo(levels[row * columns + column]);
      }
    }
  }

  static IntegerNetwork oneLayer(int rows, int columns, byte[] levels, int[] biases) {
    IntegerWeights weights = QuantizedWeights.of(rows, columns, levels, Scales.perLayer(1), true);
    IntegerWeightedLayer layer =
        new IntegerWeightedLayer(
            "fc1",
            Shape.vector(columns),
            Optional.empty(),
            weights,
            0,
            biases,
            0,
            new OutputStage.Scores(Optional.empty()));
    List<String> labels = new ArrayList<>();
    for (int i = 0; i < rows; i++) {
      labels.add(Integer.toString(i));
    }
    return new IntegerNetwork(Shape.vector(columns), 1, 0, List.of(layer), 1, labels, false);
  }

  @Test
  void codesALayerWithoutWeights() throws ModelException {
    assertComesBack(3, 5, new byte[15], new int[] {7, 0, -9});
  }

  @Test
  void codesASingleWeight() throws ModelException {
    assertComesBack(1, 1, new byte[] {-127}, new int[] {0});
    byte[] levels = new byte[40 * 50];
    levels[1999] = 1;
    assertComesBack(40, 50, levels, new int[40]);
  }

  @Test
  void codesALayerOfOneValue() throws ModelException {
    byte[] levels = new byte[30 * 20];
    Arrays.fill(levels, (byte) 77);
    assertComesBack(30, 20, levels, new int[30]);
  }

  @Test
  void codesEveryLevel() throws ModelException {
    byte[] levels = new byte[255];
    for (int i = 0; i < 255; i++) {
      levels[i] = (byte) (i - 127);
    }
    assertComesBack(5, 51, levels, new int[] {1 << 20, -1 << 20, 3, 0, 1});
  }

  @Test
  void codesClusteredWeightsAsTheSameLevels() {
    var network = RandomNetworks.lenet300(2, 0.05);
    QuantizeOptions options =
        QuantizeOptions.DEFAULT.withGranularity(Granularity.LAYER).withWeightBits(4);
    assertThat(write(IntegerNetworks.clustered(network, options)).bytes())
        .isEqualTo(write(IntegerNetworks.of(network, options)).bytes());
  }

  @Test
  void codesALeNetWithEachGranularity() throws ModelException {
    for (Granularity granularity : Granularity.values()) {
      QuantizeOptions options = QuantizeOptions.DEFAULT.withGranularity(granularity);
      IntegerNetwork network = IntegerNetworks.of(RandomNetworks.lenet5(2, 0.03), options);
      assertSameScores(network, Model.load(write(network).bytes()), 9);
    }
  }

  @Test
  void codesLargeBiases() throws ModelException {
    int[] biases = {Integer.MAX_VALUE - 255, -(Integer.MAX_VALUE - 255)};
    OutputStage stage =
        new OutputStage.Requantize(Activation.RELU, 0, Multipliers.of(new int[] {1}, false, 30));
    assertThat(stage.apply(biases[0], 0)).isEqualTo(2);
    assertComesBack(2, 1, new byte[] {1, -1}, biases);
  }

  @Test
  void accountsForEveryByte() {
    IntegerNetwork network =
        IntegerNetworks.of(RandomNetworks.lenet300(2, 0.05), QuantizeOptions.DEFAULT);
    Artifact artifact = write(network);
    assertThat(artifact.sections().stream().mapToInt(Artifact.Section::bytes).sum())
        .isEqualTo(artifact.sizeBytes());
    for (var layer : artifact.layers()) {
      double bits = layer.biasBits() + layer.tableBits() + layer.positionBits() + layer.valueBits();
      assertThat(bits / 8).isCloseTo(layer.blockBytes(), within(1e-6));
      assertThat(layer.maskEntropyBits()).isPositive();
    }
  }
}
