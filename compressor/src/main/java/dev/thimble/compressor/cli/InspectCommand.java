/*
 * Copyright 2026 The Thimble Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.thimble.compressor.cli;

import dev.thimble.compressor.report.Inspection;
import dev.thimble.compressor.report.InspectionTables;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Tells what a file holds. */
@Command(
    name = "inspect",
    description = "Tells what a compressed file holds and where its bytes went.",
    footer = {
      "",
      "Weight bits and index bits are those of a kept weight's value and of its position.",
      "A range code does not tell them apart; in it, layers share bytes.",
      "The last table is what each coder makes of a layer, whichever the file has."
    })
final class InspectCommand implements Callable<Integer> {
  private final Console console;

  @Parameters(paramLabel = "FILE.thim", description = ArtifactFile.DESCRIPTION)
  private Path file;

  @Option(names = "--json", description = "Print JSON instead of tables.")
  private boolean json;

  InspectCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws IOException {
    Inspection inspection = ArtifactFile.inspect(file);
    console.print(json, inspection, () -> new InspectionTables(inspection).text());
    return ExitCode.OK;
  }
}
