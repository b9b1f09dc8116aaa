/*
 * Copyright 2026 The Thimble Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.thimble.benchmarks.process;

import static org.assertj.core.api.Assertions.assertThat;

import dev.thimble.benchmarks.engine.ModelFiles;
import dev.thimble.benchmarks.engine.ZooModelFiles;
import dev.thimble.benchmarks.report.Measurement;
import dev.thimble.benchmarks.report.Suite;
import dev.thimble.models.ReferenceNetwork;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProcessBenchmarksTest {
  private static final double WEIGHTS_KILOBYTES = 266.2;

  @Test
  void freshProcessesAnswerAndModelsTakeHeap(@TempDir Path directory) throws Exception {
    ModelFiles files = ZooModelFiles.write(ReferenceNetwork.LENET_300_100, directory);
    ProcessBenchmarks benchmarks = new ProcessBenchmarks("lenet-300-100", files);

    List<Measurement> start = benchmarks.start(1);

    assertThat(start).hasSize(4 * 4).allMatch(m -> m.median() > 0);
    double process = median(start, Suite.PROCESS);
    assertThat(median(start, Suite.START)).isLessThan(process);
    assertThat(median(start, Suite.LOAD)).isLessThan(median(start, Suite.START));
    assertThat(benchmarks.heap().get(2).median())
        .isBetween(WEIGHTS_KILOBYTES, 8 * WEIGHTS_KILOBYTES);
  }

  private static double median(List<Measurement> measurements, Suite suite) {
    return measurements.stream().filter(m -> m.suite() == suite).findFirst().orElseThrow().median();
  }
}
