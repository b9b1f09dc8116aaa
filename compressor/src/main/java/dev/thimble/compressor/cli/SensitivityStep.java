/*
 * Copyright 2026 The Thimble Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.thimble.compressor.cli;

import dev.thimble.compressor.artifact.SensitivitySection;
import dev.thimble.compressor.io.AtomicFile;
import dev.thimble.compressor.report.Figures;
import dev.thimble.compressor.sensitivity.SensitivityReport;
import dev.thimble.compressor.sensitivity.Summary;
import dev.thimble.compressor.sensitivity.analysis.AnalysisData;
import dev.thimble.compressor.sensitivity.analysis.AnalysisOptions;
import dev.thimble.compressor.sensitivity.analysis.Measuring;
import dev.thimble.compressor.sensitivity.analysis.SensitivityAnalysis;
import dev.thimble.compressor.sensitivity.analysis.SubjectNetwork;
import dev.thimble.compressor.sensitivity.analysis.VerdictCommand;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Analyses a finished file and puts a summary of what it tolerates into it. */
final class SensitivityStep {
  private final PreparedCompression prepared;
  private final Console console;

  SensitivityStep(PreparedCompression prepared, Console console) {
    this.prepared = prepared;
    this.console = console;
  }

  /**
   * Replaces the file by one with the summary and says what that cost.
   *
   * @throws InterruptedException if this thread is interrupted; the file stays as it was then
   */
  void run(Path file) throws IOException, InterruptedException {
    byte[] plain = Files.readAllBytes(file);
    CompressionImages images = prepared.images();
    SensitivityReport report;
    try (SensitivityDisplay display = new SensitivityDisplay(console)) {
      report =
          SensitivityAnalysis.run(
              SubjectNetwork.ofFile(prepared.name(), file.toString(), plain, Optional.empty()),
              new AnalysisData(images.name(), images.data(), images.test()),
              new AnalysisOptions(
                  AnalysisOptions.DEFAULT_SAMPLES,
                  prepared.seed(),
                  AnalysisOptions.DEFAULT_MAX_DROP,
                  Measuring.NONE),
              new VerdictCommand("", ""),
              display);
    }
    byte[] full = SensitivitySection.append(plain, Summary.of(report));
    AtomicFile.write(file, full);
    console
        .err()
        .printf(
            "%s: %s bytes with the sensitivity summary, which takes %s%n",
            file, Figures.count(full.length), Figures.count(full.length - plain.length));
  }
}
