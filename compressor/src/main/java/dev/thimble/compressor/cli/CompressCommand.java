/*
 * Copyright 2026 The Thimble Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.thimble.compressor.cli;

import dev.thimble.compressor.io.AtomicFile;
import dev.thimble.compressor.pipeline.Recipe;
import dev.thimble.compressor.recipe.Recipes;
import dev.thimble.compressor.report.CompressionReport;
import dev.thimble.compressor.report.CompressionTables;
import dev.thimble.compressor.report.ReportJson;
import dev.thimble.compressor.report.SearchReport;
import dev.thimble.compressor.report.SearchTables;
import dev.thimble.models.training.TrainingOptions;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Compresses a network into a file. */
@Command(
    name = "compress",
    description = "Prunes, retrains, quantizes, clusters and codes a network into one small file.",
    footer = {
      "",
      "Decisions are made on validation images; test images are only for the final table.",
      "The file is replaced at the end and in one step; Ctrl-C before that leaves it as it was.",
      "Every epoch is kept in FILE.thim.checkpoint until then: after Ctrl-C or a kill, --resume goes",
      "on from the last one, to the same file.",
      "With --max-error, --max-drop or --target-size it is a search: several compressions, each",
      "smaller, kept in FILE.thim.search; Ctrl-C writes the best so far, --resume goes on."
    })
final class CompressCommand implements Callable<Integer> {
  private final Console console;

  @Spec private CommandSpec spec;

  @Parameters(
      paramLabel = "MODEL",
      description = "lenet-300-100, lenet-5, or a Deeplearning4j ModelSerializer zip.")
  private String model;

  @Option(
      names = {"-o", "--output"},
      paramLabel = "FILE.thim",
      description = "Where to write the file; default: MODEL.thim here.")
  private Path output;

  @Option(
      names = "--recipe",
      paramLabel = "NAME|FILE",
      description =
          "What the stages do: a JSON file or one of ${COMPLETION-CANDIDATES}; default: the"
              + " network's own.",
      completionCandidates = RecipeNames.class)
  private String recipe;

  @Option(
      names = "--seed",
      paramLabel = "N",
      description = "Decides order and distortions of training images (default: ${DEFAULT-VALUE}).")
  private long seed = TrainingOptions.DEFAULT_SEED;

  @Mixin private RecipeOverrides overrides;

  @Mixin private GoalOptions goal;

  @Option(
      names = "--report",
      paramLabel = "FILE.json",
      description = "Also write all figures as JSON.")
  private Path report;

  @Option(
      names = "--with-sensitivity",
      description =
          "Analyse the file and put a summary of what it tolerates into it; the figures printed"
              + " are those without. Not with --target-size.")
  private boolean withSensitivity;

  @Option(
      names = "--no-test",
      description = "Leave the test images alone: for choosing a recipe, by the validation error.")
  private boolean noTest;

  @Option(names = "--json", description = "Print all figures as JSON instead of tables.")
  private boolean json;

  @Mixin private DataOption data;

  CompressCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws IOException, InterruptedException {
    if (report != null) {
      AtomicFile.checkWritable(report);
    }
    Optional<Recipe> chosen = recipe == null ? Optional.empty() : Optional.of(Recipes.find(recipe));
    ModelSource source = ModelSource.of(model);
    Path target = output == null ? Path.of(source.name() + ArtifactFile.EXTENSION) : output;
    Optional<GoalOptions> search = goal.asked(withSensitivity);
    PreparedCompression prepared =
        PreparedCompression.of(
            new PreparedCompression.Request(source, chosen, overrides, seed),
            noTest ? data.source().withoutTest() : data.source(),
            target);
    boolean written;
    try (CompressionDisplay display = new CompressionDisplay(console)) {
      display.announce(prepared);
      written =
          search.isPresent()
              ? search(prepared, search.get(), display, target)
              : compress(prepared, display, target);
    }
    if (written && withSensitivity) {
      new SensitivityStep(prepared, console).run(target);
    }
    return written ? ExitCode.OK : ExitCode.FAILURE;
  }

  /** Whether a trial met the goal, so that a file was written. */
  private boolean search(
      PreparedCompression prepared, GoalOptions options, CompressionDisplay display, Path target)
      throws IOException, InterruptedException {
    SearchReport result = new SearchJob(prepared, options, display).run(console, target);
    finish(result, () -> new SearchTables(result).text());
    return result.chosen() != null;
  }

  private boolean compress(PreparedCompression prepared, CompressionDisplay display, Path target)
      throws IOException, InterruptedException {
    CompressionReport result =
        new CompressionJob(prepared, display, goal.resume(), resumeLine()).run(target);
    finish(result, () -> new CompressionTables(result).text());
    return true;
  }

  /** This command line, with which the compression goes on. */
  private String resumeLine() {
    String line = ShellLine.of(spec.root().commandLine().getParseResult().originalArgs());
    return goal.resume() ? line : line + " " + GoalOptions.RESUME;
  }

  private void finish(Object result, Supplier<String> tables) throws IOException {
    if (report != null) {
      AtomicFile.write(report, ReportJson.write(result));
    }
    console.print(json, result, () -> "\n" + tables.get());
  }
}
