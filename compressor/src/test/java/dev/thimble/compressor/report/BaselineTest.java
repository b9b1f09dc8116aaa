/*
 * Copyright 2026 The Thimble Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.thimble.compressor.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.thimble.compressor.artifact.StoredLayers;
import dev.thimble.compressor.network.Activation;
import dev.thimble.compressor.network.DenseLayer;
import dev.thimble.compressor.network.Network;
import dev.thimble.compressor.network.RandomNetworks;
import dev.thimble.compressor.network.Shape;
import dev.thimble.compressor.quantize.IntegerWeightedLayer;
import dev.thimble.models.CompressedNetwork;
import dev.thimble.models.Zoo;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class BaselineTest {
  @Test
  void measuresAllCompressors() {
    DenseLayer layer =
        RandomNetworks.dense(new Random(1), "fc1", Shape.vector(784), 20, Activation.IDENTITY, 1);
    Network network =
        new Network(Shape.vector(784), 1, 0, List.of(layer), Network.numberedLabels(20), false);
    List<Baseline> baselines = Baseline.of(network);
    assertThat(baselines)
        .extracting(Baseline::compressor)
        .containsExactly("none", "gzip", "bzip2", "xz", "zstd");
    assertThat(baselines.get(0)).isEqualTo(new Baseline("none", 4 * 15_700, 15_680 + 80));
    for (Baseline baseline : baselines.subList(1, 5)) {
      assertThat(baseline.fp32Bytes()).isBetween(50_000, 62_799);
      assertThat(baseline.int8Bytes()).isBetween(10_000, 15_759);
    }
  }

  @Test
  void measuresTheWeightsOfAFile() throws IOException {
    byte[] file;
    try (InputStream in = Zoo.compressed(CompressedNetwork.LENET_300_100_TINY)) {
      file = in.readAllBytes();
    }
    List<IntegerWeightedLayer> layers = StoredLayers.of(file);
    int weights = layers.stream().mapToInt(layer -> layer.weights().size()).sum();
    int biases = layers.stream().mapToInt(layer -> layer.biases().length).sum();

    List<Baseline> baselines = Baseline.of(layers);
    assertThat(baselines.get(0))
        .isEqualTo(new Baseline("none", 4 * (weights + biases), weights + 4 * biases));
    for (Baseline baseline : baselines.subList(1, 5)) {
      assertThat(baseline.fp32Bytes()).isBetween(file.length, 12_000);
      assertThat(baseline.int8Bytes()).isBetween(file.length, 8_000);
    }
  }

  @ParameterizedTest
  @EnumSource(GeneralCompressor.class)
  void compressesRuns(GeneralCompressor compressor) {
    assertThat(compressor.compressedBytes(new byte[1_000_000])).isBetween(20, 2_000);
  }
}
