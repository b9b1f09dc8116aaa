/*
 * Copyright 2026 The Thimble Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.thimble.benchmarks;

import dev.thimble.benchmarks.engine.Engine;
import dev.thimble.benchmarks.engine.ModelFiles;
import dev.thimble.benchmarks.engine.ModelPreparation;
import dev.thimble.benchmarks.jmh.JmhRun;
import dev.thimble.benchmarks.process.ProcessBenchmarks;
import dev.thimble.benchmarks.report.ChartFiles;
import dev.thimble.benchmarks.report.Circumstances;
import dev.thimble.benchmarks.report.JsonReport;
import dev.thimble.benchmarks.report.MarkdownReport;
import dev.thimble.benchmarks.report.MarkedSection;
import dev.thimble.benchmarks.report.Measurement;
import dev.thimble.benchmarks.report.Suite;
import dev.thimble.compressor.dl4j.ModelArchive;
import dev.thimble.compressor.network.Shape;
import dev.thimble.models.ReferenceNetwork;
import dev.thimble.models.Zoo;
import dev.thimble.models.data.DataSource;
import dev.thimble.models.data.ImageSet;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.openjdk.jmh.runner.RunnerException;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Runs all benchmarks and writes what they gave. */
@Command(
    name = "benchmark",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = "Measures Thimble beside ONNX Runtime and Deeplearning4j.")
public final class BenchmarkCommand implements Callable<Integer> {
  private static final int[] THREADS = {1, 2};
  private static final int ROUNDS = 15;
  private static final long SPLIT_SEED = 1;

  @Parameters(
      arity = "1..*",
      paramLabel = "FILE.thim",
      description = "Compressed networks; a file's name begins with the network's.")
  private List<Path> compressed;

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
    List<Measurement> measurements = new ArrayList<>(ProcessBenchmarks.jars());
    for (Path file : compressed) {
      ReferenceNetwork network = network(file);
      ModelFiles files = prepare(network, file);
      ProcessBenchmarks processes = new ProcessBenchmarks(network.id(), files);
      measurements.addAll(processes.start(quick ? 1 : ROUNDS));
      measurements.addAll(processes.heap());
      JmhRun jmh = quick ? JmhRun.QUICK : JmhRun.FULL;
      for (int threads : THREADS) {
        measurements.addAll(jmh.run(Suite.ONE_IMAGE, network.id(), files, threads));
        measurements.addAll(jmh.run(Suite.BATCH, network.id(), files, threads));
      }
    }
    write(circumstances, measurements);
    return 0;
  }

  /** The network whose name a file's name begins with. */
  static ReferenceNetwork network(Path file) throws IOException {
    for (ReferenceNetwork network : ReferenceNetwork.values()) {
      if (file.getFileName().toString().startsWith(network.id())) {
        return network;
      }
    }
    throw new IOException(
        file + ": expected a name that begins with one of " + ReferenceNetwork.ids());
  }

  private ModelFiles prepare(ReferenceNetwork network, Path compressedFile) throws IOException {
    ModelFiles files = new ModelFiles(output.toAbsolutePath().resolve(network.id()));
    Files.createDirectories(files.directory());
    Files.copy(compressedFile, files.compressed(), StandardCopyOption.REPLACE_EXISTING);
    try (InputStream checkpoint = Zoo.checkpoint(network)) {
      Files.copy(checkpoint, files.checkpoint(), StandardCopyOption.REPLACE_EXISTING);
    }
    DataSource data = DataSource.bundledMnist();
    ImageSet training = data.training(SPLIT_SEED).training();
    Shape image = new Shape(training.channels(), training.height(), training.width());
    new ModelPreparation(training, data.test())
        .write(ModelArchive.read(files.checkpoint(), image), files);
    return files;
  }

  private void write(Circumstances circumstances, List<Measurement> measurements)
      throws IOException {
    Files.write(output.resolve("benchmarks.json"), JsonReport.write(circumstances, measurements));
    String tables = MarkdownReport.write(circumstances, measurements, Engine.ONNX_INT8.title());
    System.out.println(tables);
    Path charts = (page == null ? output : page.toAbsolutePath().getParent()).resolve("images");
    ChartFiles.write(measurements, charts);
    if (page != null) {
      new MarkedSection("benchmarks").replace(page, tables);
    }
  }
}
