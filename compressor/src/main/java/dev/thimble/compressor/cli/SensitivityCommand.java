/*
 * Copyright 2026 The Thimble Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.thimble.compressor.cli;

import dev.thimble.compressor.sensitivity.SensitivityReport;
import dev.thimble.compressor.sensitivity.analysis.AnalysisOptions;
import dev.thimble.compressor.sensitivity.analysis.Measuring;
import dev.thimble.models.training.TrainingOptions;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Analyses how much a network's weights may change. */
@Command(
    name = "sensitivity",
    description =
        "Finds out how much a network's weights may change, and writes a report and a recipe.",
    footer = {
      "",
      "Errors are measured on validation images; test images are only for the last figure.",
      "The report is written at the end; Ctrl-C before that leaves nothing behind."
    })
final class SensitivityCommand implements Callable<Integer> {
  private static final String DIRECTORY_SUFFIX = "-sensitivity";
  private static final String DEFAULT_POINTS = "0.2";

  private final Console console;

  @Parameters(
      paramLabel = "MODEL|FILE.thim",
      description =
          "lenet-300-100, lenet-5, a Deeplearning4j ModelSerializer zip, or a .thim file.")
  private String model;

  @Option(
      names = "--network",
      paramLabel = "MODEL",
      description = "The network that FILE.thim was made from; gradients and recipes need it.")
  private String original;

  @Option(
      names = {"-o", "--output"},
      paramLabel = "DIR",
      description = "Where to write the report; default: MODEL-sensitivity here.")
  private Path output;

  @Option(
      names = "--samples",
      paramLabel = "N",
      description = "Validation images to measure errors on (default: ${DEFAULT-VALUE}).")
  private int samples = AnalysisOptions.DEFAULT_SAMPLES;

  @Option(
      names = "--seed",
      paramLabel = "N",
      description = "Decides noise, faults and training order (default: ${DEFAULT-VALUE}).")
  private long seed = TrainingOptions.DEFAULT_SEED;

  @Option(
      names = "--max-drop",
      paramLabel = "POINTS",
      description =
          "How much the error may rise in the verdict, in percentage points (default:"
              + " ${DEFAULT-VALUE}).",
      defaultValue = DEFAULT_POINTS)
  private double maxDrop;

  @Option(
      names = "--measure",
      paramLabel = "HOW",
      description =
          "Compress with the verdict's recipe and the default one: ${COMPLETION-CANDIDATES}"
              + " (default: ${DEFAULT-VALUE}).")
  private Measuring measuring = Measuring.QUICK;

  @Option(names = "--force", description = "Replace the files of a report that exists.")
  private boolean force;

  @Option(names = "--json", description = "Print all results as JSON instead of the verdict.")
  private boolean json;

  @Mixin private DataOption data;

  SensitivityCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws IOException, InterruptedException {
    AnalysisOptions options = new AnalysisOptions(samples, seed, maxDrop / 100, measuring);
    SensitivitySource source = SensitivitySource.of(model, Optional.ofNullable(original));
    Path directory = output == null ? Path.of(source.name() + DIRECTORY_SUFFIX) : output;
    ReportDirectory.requireRoom(directory, force);
    SensitivityJob job = new SensitivityJob(source, data, options, directory);
    SensitivityReport report;
    try (SensitivityDisplay display = new SensitivityDisplay(console)) {
      report = job.run(display);
    }
    console.print(json, report, () -> new SensitivityText(report, directory).toString());
    return ExitCode.OK;
  }
}
