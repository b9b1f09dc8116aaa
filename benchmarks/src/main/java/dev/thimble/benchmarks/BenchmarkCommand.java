/*
 * Copyright 2026 The Thimble Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.thimble.benchmarks;

import dev.thimble.benchmarks.process.ProcessBenchmarks;
import dev.thimble.benchmarks.report.ChartFiles;
import dev.thimble.benchmarks.report.Circumstances;
import dev.thimble.benchmarks.report.JsonReport;
import dev.thimble.benchmarks.report.MarkdownReport;
import dev.thimble.benchmarks.report.Measurement;
import dev.thimble.compressor.markup.MarkedSection;
import dev.thimble.models.ReferenceNetwork;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.openjdk.jmh.runner.RunnerException;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Runs all benchmarks and writes what they gave. */
@Command(
    name = "benchmark",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = "Measures Thimble beside ONNX Runtime and Deeplearning4j.")
public final class BenchmarkCommand implements Callable<Integer> {
  @Option(
      names = {"-o", "--output"},
      required = true,
      description = "Directory for the models, the figures as JSON, and the charts.")
  private Path output;

  @Option(names = "--page", description = "Markdown page to put the tables into.")
  private Path page;

  @Option(names = "--quick", description = "Only to see that everything works.")
  private boolean quick;

  /** Exits with 0, or with picocli's codes. */
  public static void main(String[] arguments) {
    System.exit(new CommandLine(new BenchmarkCommand()).execute(arguments));
  }

  @Override
  public Integer call() throws IOException, InterruptedException, RunnerException {
    Circumstances circumstances = Circumstances.here("src/targets/benchmark.sh");
    BenchmarkRun run = quick ? BenchmarkRun.quick(output) : BenchmarkRun.full(output);
    List<Measurement> measurements = new ArrayList<>();
    for (ReferenceNetwork network : ReferenceNetwork.values()) {
      measurements.addAll(run.measure(network));
    }
    measurements.addAll(ProcessBenchmarks.jars());
    write(circumstances, measurements);
    return 0;
  }

  private void write(Circumstances circumstances, List<Measurement> measurements)
      throws IOException {
    Files.write(output.resolve("benchmarks.json"), JsonReport.write(circumstances, measurements));
    String tables = MarkdownReport.write(circumstances, measurements, Goals.all());
    System.out.println(tables);
    if (quick) {
      System.out.println("Hardly warmed up: these figures only show that everything works.");
    }
    Path charts = (page == null ? output : page.toAbsolutePath().getParent()).resolve("images");
    ChartFiles.write(measurements, charts);
    if (page != null) {
      new MarkedSection("benchmarks").replace(page, tables);
    }
  }
}
