/*
 * Copyright 2026 The Thimble Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.thimble.benchmarks;

import dev.thimble.benchmarks.engine.ModelFacts;
import dev.thimble.benchmarks.engine.ModelFiles;
import dev.thimble.benchmarks.engine.ModelPreparation;
import dev.thimble.benchmarks.jmh.JmhRun;
import dev.thimble.benchmarks.process.ProcessBenchmarks;
import dev.thimble.benchmarks.report.Measurement;
import dev.thimble.benchmarks.report.Suite;
import dev.thimble.models.ReferenceNetwork;
import dev.thimble.models.data.DataSource;
import dev.thimble.models.data.ImageSet;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.openjdk.jmh.runner.RunnerException;

/**
 * All benchmarks of one network.
 *
 * @param output directory for the models and the logs
 * @param images test images for the error
 * @param rounds fresh processes of each runtime
 * @param jmh how one thread is measured
 * @param parallel how two threads are measured
 */
record BenchmarkRun(Path output, int images, int rounds, JmhRun jmh, JmhRun parallel) {
  private static final long SPLIT_SEED = 1;
  private static final int PARALLEL_THREADS = 2;

  /** For figures that are published. */
  static BenchmarkRun full(Path output) {
    return new BenchmarkRun(output, Integer.MAX_VALUE, 15, JmhRun.FULL, JmhRun.PARALLEL);
  }

  /** To see that everything works. */
  static BenchmarkRun quick(Path output) {
    return new BenchmarkRun(output, 500, 1, JmhRun.QUICK, JmhRun.QUICK);
  }

  List<Measurement> measure(ReferenceNetwork network)
      throws IOException, InterruptedException, RunnerException {
    ModelFiles files = prepare(network);
    String id = network.id();
    progress(id + ": files");
    List<Measurement> measurements = new ArrayList<>(ModelFacts.of(id, files, images));
    progress(id + ": fresh processes");
    ProcessBenchmarks processes = new ProcessBenchmarks(id, files);
    measurements.addAll(processes.start(rounds));
    measurements.addAll(processes.heap());
    for (Suite suite : List.of(Suite.ONE_IMAGE, Suite.BATCH)) {
      progress(id + ": " + suite.title());
      measurements.addAll(jmh.run(suite, id, files, 1));
      measurements.addAll(parallel.run(suite, id, files, PARALLEL_THREADS));
    }
    return measurements;
  }

  private static void progress(String what) {
    System.err.println(what);
  }

  private ModelFiles prepare(ReferenceNetwork network) throws IOException {
    ModelFiles files = new ModelFiles(output.toAbsolutePath().resolve(network.id()));
    Files.createDirectories(files.directory());
    DataSource data = DataSource.bundledMnist();
    ImageSet training = data.training(SPLIT_SEED).training();
    new ModelPreparation(training, data.test()).write(network, files);
    return files;
  }
}
