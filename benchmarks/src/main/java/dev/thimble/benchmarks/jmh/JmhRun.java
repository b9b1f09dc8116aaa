/*
 * Copyright 2026 The Thimble Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.thimble.benchmarks.jmh;

import dev.thimble.benchmarks.engine.Engine;
import dev.thimble.benchmarks.engine.ModelFiles;
import dev.thimble.benchmarks.report.Measurement;
import dev.thimble.benchmarks.report.Suite;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.Options;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;

/**
 * Runs the benchmarks of a network: all engines of one benchmark directly after one another.
 *
 * @param forks fresh virtual machines for each engine
 * @param warmups iterations that do not count
 * @param iterations that count
 * @param time of an iteration
 */
public record JmhRun(int forks, int warmups, int iterations, TimeValue time) {

  /** For figures that are published. */
  public static final JmhRun FULL = new JmhRun(3, 3, 4, TimeValue.seconds(1));

  /** The same for figures of second rank. */
  public static final JmhRun PARALLEL = new JmhRun(1, 3, 4, TimeValue.seconds(1));

  /** To see that everything works. */
  public static final JmhRun QUICK = new JmhRun(1, 2, 2, TimeValue.milliseconds(250));

  private static final double P99 = 99;
  private static final double MEDIAN = 50;

  /** Measures single images or batches with all engines. */
  public List<Measurement> run(Suite suite, String network, ModelFiles files, int threads)
      throws RunnerException {
    Class<?> benchmark = suite == Suite.ONE_IMAGE ? OneImage.class : Batch.class;
    String[] engines = Arrays.stream(Engine.values()).map(Engine::name).toArray(String[]::new);
    Options options =
        new OptionsBuilder()
            .include(benchmark.getName().replace(".", "\\.") + "\\.")
            .param("directory", files.directory().toString())
            .param("engine", engines)
            .threads(threads)
            .forks(forks)
            .warmupIterations(warmups)
            .warmupTime(time)
            .measurementIterations(iterations)
            .measurementTime(time)
            .shouldFailOnError(true)
            .output(log(suite, files, threads).toString())
            .build();
    List<Measurement> measurements = new ArrayList<>();
    for (RunResult run : new Runner(options).run()) {
      Result<?> result = run.getPrimaryResult();
      boolean sampled = suite == Suite.ONE_IMAGE;
      measurements.add(
          new Measurement(
              suite,
              network,
              Engine.valueOf(run.getParams().getParam("engine")).title(),
              threads,
              result.getStatistics().getPercentile(MEDIAN),
              sampled
                  ? OptionalDouble.of(result.getStatistics().getPercentile(P99))
                  : OptionalDouble.empty()));
    }
    return measurements;
  }

  private static Path log(Suite suite, ModelFiles files, int threads) {
    String name = suite.name().toLowerCase(Locale.ROOT) + "-" + threads + ".jmh.log";
    return files.directory().resolve(name);
  }
}
