/*
 * Copyright 2026 The Thimble Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.thimble.compressor.cli;

import dev.thimble.compressor.io.AtomicFile;
import dev.thimble.compressor.network.FloatNetwork;
import dev.thimble.compressor.pipeline.Recipe;
import dev.thimble.compressor.recipe.RecipeJson;
import dev.thimble.compressor.report.Evaluation;
import dev.thimble.compressor.report.ReportJson;
import dev.thimble.compressor.report.SearchReport;
import dev.thimble.compressor.report.SearchTables;
import dev.thimble.compressor.search.CompressionSearch;
import dev.thimble.compressor.search.SearchDirectory;
import dev.thimble.compressor.search.SearchOptions;
import dev.thimble.compressor.search.SearchOutcome;
import dev.thimble.compressor.search.Trial;
import dev.thimble.compressor.sensitivity.Interval;
import dev.thimble.models.data.ImageSet;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Searches for the file to take, writes it, and measures it on test images. */
final class SearchJob {
  private final PreparedCompression prepared;
  private final GoalOptions goal;
  private final CompressionDisplay display;

  SearchJob(PreparedCompression prepared, GoalOptions goal, CompressionDisplay display) {
    this.prepared = prepared;
    this.goal = goal;
    this.display = display;
  }

  /**
   * Searches and writes {@code output}, a report and a chart beside it.
   *
   * @throws InterruptedException if this thread is interrupted; the best so far is written
   */
  SearchReport run(Console console, Path output) throws IOException, InterruptedException {
    double originalError = originalError();
    SearchOptions options = goal.options(originalError);
    SearchDirectory directory = SearchDirectory.beside(output);
    SearchOutcome outcome =
        new CompressionSearch(
                prepared.name(),
                prepared.network(),
                prepared.recipe(),
                prepared.images().data(),
                prepared.seed(),
                options,
                directory,
                new SearchDisplay(console, display))
            .run();
    boolean interrupted = outcome.end() == SearchOutcome.End.INTERRUPT;
    if (outcome.best().isPresent()) {
      AtomicFile.write(output, Files.readAllBytes(directory.artifact(outcome.best().get())));
    }
    SearchReport report = report(outcome, options, originalError, output);
    if (!outcome.trials().isEmpty()) {
      AtomicFile.write(directory.file("report.json"), ReportJson.write(report));
      AtomicFile.write(
          directory.file("front.svg"),
          new SearchTables(report).chart().getBytes(StandardCharsets.UTF_8));
    }
    if (interrupted) {
      throw new InterruptedException(
          outcome
              .best()
              .map(best -> "the best so far, trial " + best.number() + ", is in " + output)
              .orElse("nothing written yet")
              .concat("; go on with --resume"));
    }
    return report;
  }

  private double originalError() {
    ImageSet images =
        prepared
            .images()
            .validation()
            .orElseThrow(
                () ->
                    new IllegalArgumentException(
                        "a search expects labelled training images, found only calibration images"));
    int errors =
        new FloatNetwork(prepared.network())
            .errors(images.firstPixels(images.count()), images.labels());
    return (double) errors / images.count();
  }

  private SearchReport report(
      SearchOutcome outcome, SearchOptions options, double originalError, Path output)
      throws IOException, InterruptedException {
    Recipe recipe = prepared.recipe();
    Evaluation test = null;
    if (outcome.best().isPresent()
        && prepared.images().test().isPresent()
        && outcome.end() != SearchOutcome.End.INTERRUPT) {
      display.measuring();
      test = Evaluation.of(ArtifactFile.read(output), prepared.images().test().get());
    }
    return new SearchReport(
        prepared.name(),
        prepared.images().name(),
        prepared.seed(),
        RecipeJson.toTree(recipe),
        options.goal().describe(),
        originalError,
        outcome.end(),
        SearchReport.rows(outcome.trials(), options.goal()),
        outcome.best().map(Trial::number).orElse(null),
        outcome.best().isPresent() ? output.toString() : null,
        test == null ? 0 : test.images(),
        test == null ? null : test.error(),
        test == null ? null : Interval.wilson(test.errors(), test.images()));
  }
}
