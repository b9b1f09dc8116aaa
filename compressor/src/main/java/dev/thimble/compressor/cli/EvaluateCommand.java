/*
 * Copyright 2026 The Thimble Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.thimble.compressor.cli;

import dev.thimble.compressor.report.Evaluation;
import dev.thimble.compressor.report.EvaluationReport;
import dev.thimble.compressor.report.EvaluationTables;
import dev.thimble.models.data.DataSource;
import dev.thimble.models.data.ImageSet;
import dev.thimble.runtime.Model;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Measures a file on test images. */
@Command(
    name = "evaluate",
    description = "Measures a compressed file's error and speed on test images.",
    footer = {
      "",
      "The file runs through runtime-lite on one thread; the speed is that of the second half of",
      "the images, when the JVM has warmed up."
    })
final class EvaluateCommand implements Callable<Integer> {
  private final Console console;

  @Parameters(paramLabel = "FILE.thim", description = ArtifactFile.DESCRIPTION)
  private Path file;

  @Option(names = "--json", description = "Print JSON instead of tables.")
  private boolean json;

  @Mixin private DataOption data;

  EvaluateCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws IOException, InterruptedException {
    Model model = ArtifactFile.read(file);
    DataSource source = data.source();
    ImageSet images = source.test();
    console.transientLine("evaluating ...");
    Evaluation result = Evaluation.of(model, images);
    console.transientLine("");
    EvaluationReport report =
        new EvaluationReport(
            file.toString(),
            model.description().fileBytes(),
            source.name(),
            result.error(),
            result);
    console.print(json, report, () -> new EvaluationTables(report).text());
    return ExitCode.OK;
  }
}
