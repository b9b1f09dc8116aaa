/*
 * Copyright 2026 The Thimble Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.thimble.compressor.cli;

import dev.thimble.compressor.io.AtomicFile;
import dev.thimble.compressor.report.ReportJson;
import dev.thimble.compressor.sensitivity.SensitivityReport;
import dev.thimble.compressor.sensitivity.analysis.AnalysisData;
import dev.thimble.compressor.sensitivity.analysis.AnalysisListener;
import dev.thimble.compressor.sensitivity.analysis.AnalysisOptions;
import dev.thimble.compressor.sensitivity.analysis.SensitivityAnalysis;
import dev.thimble.compressor.sensitivity.analysis.SubjectNetwork;
import dev.thimble.compressor.sensitivity.analysis.VerdictCommand;
import dev.thimble.compressor.sensitivity.report.SensitivityFiles;
import dev.thimble.models.training.TrainingOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Analyses a network and writes the report and the recipe. All that can be checked early is. */
final class SensitivityJob {
  private static final String RECIPE = "recipe.json";

  private final SensitivitySource source;
  private final DataOption data;
  private final AnalysisOptions options;
  private final Path directory;

  SensitivityJob(
      SensitivitySource source, DataOption data, AnalysisOptions options, Path directory) {
    this.source = source;
    this.data = data;
    this.options = options;
    this.directory = directory;
  }

  /**
   * Runs all analyses, then writes.
   *
   * @throws InterruptedException if this thread is interrupted; nothing is written then
   */
  SensitivityReport run(AnalysisListener listener) throws IOException, InterruptedException {
    CompressionImages images =
        CompressionImages.of(data.source(), source.splitSeed().orElse(options.seed()));
    if (images.data().training().isEmpty()) {
      throw new IOException(
          images.name()
              + ": a sensitivity analysis expects labelled training images, found only calibration"
              + " images");
    }
    AnalysisData seen = new AnalysisData(images.name(), images.data(), images.test());
    SubjectNetwork subject = source.read(images.data().calibration());
    SensitivityReport report = SensitivityAnalysis.run(subject, seen, options, command(), listener);
    if (Thread.interrupted()) {
      throw new InterruptedException();
    }
    write(report);
    return report;
  }

  private void write(SensitivityReport report) throws IOException {
    Files.createDirectories(directory);
    if (report.verdict().recipe() != null) {
      AtomicFile.write(directory.resolve(RECIPE), ReportJson.write(report.verdict().recipe()));
    }
    SensitivityFiles.write(report, directory);
  }

  private VerdictCommand command() {
    StringBuilder line = new StringBuilder("./thimble compress ");
    line.append(ShellLine.quoted(source.networkName().orElse(source.name())));
    line.append(" --recipe ").append(ShellLine.quoted(directory.resolve(RECIPE).toString()));
    data.directory()
        .ifPresent(path -> line.append(" --data ").append(ShellLine.quoted(path.toString())));
    if (options.seed() != TrainingOptions.DEFAULT_SEED) {
      line.append(" --seed ").append(options.seed());
    }
    return new VerdictCommand(RECIPE, line.toString());
  }
}
