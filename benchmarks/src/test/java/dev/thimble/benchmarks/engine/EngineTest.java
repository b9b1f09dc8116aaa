/*
 * Copyright 2026 The Thimble Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.thimble.benchmarks.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.thimble.models.ReferenceNetwork;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class EngineTest {
  private static final int COUNT = 300;
  private static final int FEW = 20;

  @TempDir Path directory;

  @ParameterizedTest
  @EnumSource(ReferenceNetwork.class)
  void everyEngineRunsTheNetworkThatItIsGiven(ReferenceNetwork network) throws IOException {
    TestImages images = TestImages.load();
    ModelFiles files = ZooModelFiles.write(network, directory);
    Map<Engine, int[]> classes = new EnumMap<>(Engine.class);
    for (Engine engine : Engine.values()) {
      try (LoadedNetwork loaded = engine.load(files)) {
        int[] all = batch(loaded, images);
        assertThat(oneByOne(loaded, images))
            .as(engine.title() + ", one image at a time")
            .isEqualTo(Arrays.copyOf(all, FEW));
        classes.put(engine, all);
      }
    }

    int[] labels = labels(images);
    for (Engine engine : Engine.values()) {
      assertThat(differences(labels, classes.get(engine)))
          .as(engine.title())
          .isLessThan(COUNT * 3 / 100);
    }
    assertThat(differences(classes.get(Engine.THIMBLE_DENSE), classes.get(Engine.ONNX_INT8)))
        .isLessThanOrEqualTo(1);
    assertThat(differences(classes.get(Engine.DEEPLEARNING4J), classes.get(Engine.ONNX_FP32)))
        .isZero();
  }

  private static int[] batch(LoadedNetwork network, TestImages images) {
    int[] classes = new int[COUNT];
    try (Inference inference = network.newInference(images, classes)) {
      inference.run(0);
    }
    return classes;
  }

  private static int[] oneByOne(LoadedNetwork network, TestImages images) {
    int[] all = new int[FEW];
    int[] classes = new int[1];
    try (Inference inference = network.newInference(images, classes)) {
      for (int i = 0; i < FEW; i++) {
        inference.run(i);
        all[i] = classes[0];
      }
    }
    return all;
  }

  private static int[] labels(TestImages images) {
    int[] labels = new int[COUNT];
    Arrays.setAll(labels, images::label);
    return labels;
  }

  private static int differences(int[] expected, int[] found) {
    int differences = 0;
    for (int i = 0; i < expected.length; i++) {
      differences += expected[i] == found[i] ? 0 : 1;
    }
    return differences;
  }
}
