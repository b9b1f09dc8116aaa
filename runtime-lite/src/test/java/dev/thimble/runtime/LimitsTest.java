/*
 * Copyright 2026 The Thimble Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.thimble.runtime;

import static dev.thimble.runtime.Rejection.file;
import static dev.thimble.runtime.Rejection.network;
import static dev.thimble.runtime.Rejection.rejects;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.thimble.runtime.ModelException.Reason;
import dev.thimble.runtime.artifact.ByteSink;
import dev.thimble.runtime.artifact.Quant;
import dev.thimble.runtime.artifact.TestLayer;
import dev.thimble.runtime.artifact.TestNetwork;
import dev.thimble.runtime.artifact.WeightBlock;
import java.util.List;
import org.junit.jupiter.api.Test;

class LimitsTest {

  private static final byte[] FILE = TinyModel.completeFile(WeightBlock.RAW);

  private static void exceeds(byte[] file, Limits limits, String text) {
    rejects(file, limits, Reason.LIMIT_EXCEEDED, "model over the limit: " + text);
  }

  @Test
  void refusesMoreLayersClassesAndOperations() throws ModelException {
    exceeds(FILE, Limits.DEFAULT.withLayers(3), "layers: expected at most 3, found 4");
    exceeds(FILE, Limits.DEFAULT.withClasses(3), "classes: expected at most 3, found 4");
    Model model = Model.load(FILE, Limits.DEFAULT.withLayers(4).withClasses(4));
    long operations =
        model.description().layers().stream().mapToLong(ModelDescription.Layer::operations).sum();
    Model.load(FILE, Limits.DEFAULT.withOperations(operations));
    exceeds(
        FILE,
        Limits.DEFAULT.withOperations(operations - 1),
        "operations an image: expected at most ");
  }

  @Test
  void refusesHugeImagesBeforeAllocating() {
    byte[] huge = file(network(30_000, 30_000, 30_000, 1).varints(5), null);
    Measured cost =
        Measured.of(
            () ->
                exceeds(
                    huge,
                    Limits.DEFAULT,
                    "cells of a tensor: expected at most 16777216, found 27000000000000"));
    assertThat(cost.allocatedBytes()).isLessThan(1 << 20);
    int max = Integer.MAX_VALUE;
    exceeds(
        file(network(max, max, max, 1).varints(5), null),
        Limits.DEFAULT.withMemoryBytes(Long.MAX_VALUE),
        "cells of a tensor: expected at most 2147483639, found 9223372036854775807");
  }

  @Test
  void refusesATensorGrownByPadding() {
    ByteSink pool = network(1, 1, 1, 1).varints(3, 1 << 30, 1 << 30, 3, 1, 1);
    pool.varints((1 << 30) - 1, (1 << 30) - 1, (1 << 30) - 1, (1 << 30) - 1);
    exceeds(file(pool, new ByteSink()), Limits.DEFAULT, "cells of a tensor");
  }

  @Test
  void countsASessionAsMemory() {
    // 3000 x 1000 pixels need 12 MB in a session, though the file has 40 bytes
    byte[] wide = file(network(1, 3000, 1000, 1).varints(5), null);
    exceeds(
        wide, Limits.DEFAULT.withMemoryBytes(12_500_000).withOperations(1), "operations an image");
    exceeds(
        wide,
        Limits.DEFAULT.withMemoryBytes(12_000_000),
        "memory bytes: expected at most 12000000, found 12");
  }

  /**
   * Whatever a file needs, loading it and making a session allocates no more than the least limit
   * under which it loads.
   */
  @Test
  void allocatesNoMoreThanTheLimit() {
    for (WeightBlock block : WeightBlock.values()) {
      byte[] file = sparseLayer(block);
      long low = 1;
      long high = Limits.DEFAULT_MEMORY_BYTES;
      while (low < high) {
        long middle = (low + high) / 2;
        if (loads(file, middle)) {
          high = middle;
        } else {
          low = middle + 1;
        }
      }
      Limits least = Limits.DEFAULT.withMemoryBytes(low);
      Measured cost = Measured.of(() -> session(file, least));
      assertThat(cost.allocatedBytes()).as(block.name()).isLessThanOrEqualTo(low);
      assertThat(low).as(block.name()).isLessThan(3 * cost.allocatedBytes());
    }
  }

  private static byte[] sparseLayer(WeightBlock block) {
    byte[] weights = new byte[200 * 700];
    for (int i = 0; i < weights.length; i += 7) {
      weights[i] = (byte) (i % 5 - 2);
    }
    return new TestNetwork(
            new int[] {7, 10, 10},
            0,
            List.of(new TestLayer.Dense(new int[200], weights, Quant.plainScores())))
        .file(block);
  }

  private static boolean loads(byte[] file, long memoryBytes) {
    try {
      Model.load(file, Limits.DEFAULT.withMemoryBytes(memoryBytes));
      return true;
    } catch (ModelException e) {
      assertThat(e.reason()).isEqualTo(Reason.LIMIT_EXCEEDED);
      return false;
    }
  }

  private static void session(byte[] file, Limits limits) {
    try {
      Model.load(file, limits).newSession();
    } catch (ModelException e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void refusesLimitsBelowOne() {
    assertThatThrownBy(() -> Limits.DEFAULT.withMemoryBytes(0))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("limit on memory bytes: expected at least 1, found 0");
    assertThatThrownBy(() -> Limits.DEFAULT.withFileBytes(-1)).hasMessageContaining("file bytes");
    assertThatThrownBy(() -> Limits.DEFAULT.withLayers(0)).hasMessageContaining("layers");
    assertThatThrownBy(() -> Limits.DEFAULT.withClasses(0)).hasMessageContaining("classes");
    assertThatThrownBy(() -> Limits.DEFAULT.withOperations(0)).hasMessageContaining("operations");
  }

  @Test
  void hasTheDocumentedDefaults() {
    assertThat(Limits.DEFAULT.memoryBytes())
        .isEqualTo(Limits.DEFAULT_MEMORY_BYTES)
        .isEqualTo(67_108_864);
    assertThat(Limits.DEFAULT.fileBytes())
        .isEqualTo(Limits.DEFAULT_FILE_BYTES)
        .isEqualTo(33_554_432);
    assertThat(Limits.DEFAULT.layers()).isEqualTo(Limits.DEFAULT_LAYERS).isEqualTo(1024);
    assertThat(Limits.DEFAULT.classes()).isEqualTo(Limits.DEFAULT_CLASSES).isEqualTo(32_768);
    assertThat(Limits.DEFAULT.operations())
        .isEqualTo(Limits.DEFAULT_OPERATIONS)
        .isEqualTo(10_000_000_000L);
  }
}
