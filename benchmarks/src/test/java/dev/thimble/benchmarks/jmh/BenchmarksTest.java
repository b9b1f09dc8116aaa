/*
 * Copyright 2026 The Thimble Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.thimble.benchmarks.jmh;

import static org.assertj.core.api.Assertions.assertThat;

import dev.thimble.benchmarks.engine.Engine;
import dev.thimble.benchmarks.engine.ZooModelFiles;
import dev.thimble.models.ReferenceNetwork;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** That the benchmarks do what they measure. */
class BenchmarksTest {
  @TempDir Path directory;
  private final Subject subject = new Subject();

  @BeforeEach
  void load() throws IOException {
    subject.directory =
        ZooModelFiles.write(ReferenceNetwork.LENET_300_100, directory).directory().toString();
    subject.engine = Engine.ONNX_INT8;
    subject.load();
  }

  @AfterEach
  void close() {
    subject.close();
  }

  @Test
  void oneImageGoesRoundThroughTheTestImages() {
    OneImage.Worker worker = new OneImage.Worker();
    worker.prepare(subject);
    OneImage benchmark = new OneImage();

    int[] first = new int[4];
    for (int i = 0; i < first.length; i++) {
      first[i] = benchmark.classify(worker);
    }
    assertThat(first).containsExactly(7, 2, 1, 0); // the labels of MNIST's first test images

    for (int i = first.length; i < subject.images().count(); i++) {
      benchmark.classify(worker);
    }
    assertThat(benchmark.classify(worker)).isEqualTo(7);
    worker.close();
  }

  @Test
  void batchClassifiesAWholeBatch() {
    Batch.Worker worker = new Batch.Worker();
    worker.prepare(subject);
    int[] first = new Batch().classify(worker).clone();
    int[] second = new Batch().classify(worker).clone();

    assertThat(first).hasSize(Batch.SIZE).startsWith(7, 2, 1, 0);
    assertThat(second).isNotEqualTo(first);
    worker.close();
  }
}
