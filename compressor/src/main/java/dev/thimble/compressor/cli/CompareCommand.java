/*
 * Copyright 2026 The Thimble Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.thimble.compressor.cli;

import dev.thimble.compressor.sensitivity.compare.ReportComparison;
import dev.thimble.compressor.sensitivity.compare.ReportPair;
import dev.thimble.compressor.sensitivity.report.ComparisonFiles;
import dev.thimble.compressor.sensitivity.report.SensitivityJson;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Compares two sensitivity reports. */
@Command(
    name = "compare",
    description =
        "Compares two reports of sensitivity: which network is flatter, which more robust.",
    footer = {
      "",
      "Only differences whose 95 % intervals do not overlap are called differences.",
    })
final class CompareCommand implements Callable<Integer> {
  private static final String DEFAULT_DIRECTORY = "sensitivity-comparison";
  private static final String REPORT =
      "A report.json of sensitivity, or the directory that holds it";

  private final Console console;

  @Parameters(index = "0", paramLabel = "REPORT-A", description = REPORT + ".")
  private Path first;

  @Parameters(index = "1", paramLabel = "REPORT-B", description = "Another one.")
  private Path second;

  @Option(
      names = {"-o", "--output"},
      paramLabel = "DIR",
      description = "Where to write the comparison (default: ${DEFAULT-VALUE}).")
  private Path output = Path.of(DEFAULT_DIRECTORY);

  @Option(names = "--force", description = "Replace the files of a comparison that exists.")
  private boolean force;

  @Option(names = "--json", description = "Print all of the comparison as JSON instead of tables.")
  private boolean json;

  CompareCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws IOException {
    ReportDirectory.requireRoom(output, force);
    ReportComparison comparison =
        ReportPair.compare(
            first.toString(),
            SensitivityJson.read(first),
            second.toString(),
            SensitivityJson.read(second));
    Path page = ComparisonFiles.write(comparison, output);
    console.print(json, comparison, () -> new CompareText(comparison, page).toString());
    return ExitCode.OK;
  }
}
