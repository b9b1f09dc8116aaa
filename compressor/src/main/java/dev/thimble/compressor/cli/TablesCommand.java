/*
 * Copyright 2026 The Thimble Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.thimble.compressor.cli;

import dev.thimble.compressor.io.AtomicFile;
import dev.thimble.compressor.report.tables.SizeTables;
import dev.thimble.compressor.report.tables.SourceDocuments;
import dev.thimble.compressor.report.tables.TablesFiles;
import dev.thimble.compressor.report.tables.TablesReport;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Makes the tables and plots of size and accuracy. */
@Command(
    name = "tables",
    description = "Makes the tables and plots of size and accuracy that the documents show.",
    footer = {
      "",
      "Each reference network is compressed by its default recipe and by those whose",
      "files come with Thimble, once for each seed, which takes hours. Files in DIR that",
      "are whole and of the same recipe, seed, data and version are kept: the same",
      "command goes on after Ctrl-C. Errors are those of the files; test images are only",
      "for these figures."
    })
final class TablesCommand implements Callable<Integer> {
  private static final int DEFAULT_SEEDS = 3;
  private static final int MOST_SEEDS = 100;

  private final Console console;

  @Option(
      names = "--quick",
      description = "Compress nothing: use the files that come with Thimble. A minute or two.")
  private boolean quick;

  @Option(
      names = "--seeds",
      paramLabel = "N",
      description = "Compress with seeds 1 to N (default: " + DEFAULT_SEEDS + ").")
  private Integer seeds;

  @Option(
      names = {"-o", "--output"},
      paramLabel = "DIR",
      description =
          "Directory for "
              + TablesFiles.PAGE
              + ", "
              + TablesFiles.JSON
              + ", the plots and the files (default: ${DEFAULT-VALUE}).")
  private Path output = Path.of("thimble-tables");

  @Option(
      names = "--docs",
      paramLabel = "ROOT",
      description =
          "Also replace the tables and plots in README.md and results.md of this source tree;"
              + " not with --data.")
  private Path docs;

  @Option(names = "--json", description = "Print all figures as JSON instead of a table.")
  private boolean json;

  @Mixin private DataOption data;

  @Spec private CommandSpec command;

  TablesCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws IOException, InterruptedException {
    TableFiles files = files();
    AtomicFile.checkDirectory(output);
    Optional<SourceDocuments> documents = Optional.ofNullable(docs).map(SourceDocuments::new);
    if (documents.isPresent()) {
      documents.get().check();
    }
    TablesReport report = new TablesJob(console, files).run(data.source());
    TablesFiles.write(report, output);
    if (documents.isPresent()) {
      documents.get().replace(report);
    }
    console.print(json, report, () -> SizeTables.text(report));
    return ExitCode.OK;
  }

  private TableFiles files() {
    if (docs != null && data.directory().isPresent()) {
      throw refused("--docs does not go with --data: the documents are about the bundled MNIST");
    }
    if (quick) {
      if (seeds != null) {
        throw refused("--seeds does not go with --quick, which compresses nothing");
      }
      return new ShippedTableFiles();
    }
    int count = seeds == null ? DEFAULT_SEEDS : seeds;
    if (count < 1 || count > MOST_SEEDS) {
      throw refused("--seeds expects a number from 1 to " + MOST_SEEDS + ", found " + count);
    }
    return new MadeTableFiles(console, output, count);
  }

  private ParameterException refused(String problem) {
    return new ParameterException(command.commandLine(), problem);
  }
}
