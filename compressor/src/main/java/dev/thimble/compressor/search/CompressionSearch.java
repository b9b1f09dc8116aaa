/*
 * Copyright 2026 The Thimble Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.thimble.compressor.search;

import dev.thimble.compressor.checkpoint.CheckpointFile;
import dev.thimble.compressor.checkpoint.CompressionIdentity;
import dev.thimble.compressor.network.Network;
import dev.thimble.compressor.pipeline.Compression;
import dev.thimble.compressor.pipeline.CompressionData;
import dev.thimble.compressor.pipeline.CompressionPipeline;
import dev.thimble.compressor.pipeline.PipelineListener;
import dev.thimble.compressor.pipeline.Recipe;
import dev.thimble.compressor.pipeline.Stage;
import dev.thimble.compressor.pipeline.StageResult;
import dev.thimble.models.data.TrainingData;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Compresses a network several times, each time smaller, until a goal is crossed, and tells which
 * file to take. Validation images decide; test images cannot be reached from here. Each epoch of a
 * trial is kept, and each trial before the next begins, so that an interrupted or killed search can
 * go on, and then gives the same bytes as one that was not (unless its time is limited).
 */
public final class CompressionSearch {
  private final String name;
  private final Network original;
  private final Recipe recipe;
  private final CompressionData data;
  private final long seed;
  private final SearchOptions options;
  private final SearchDirectory directory;
  private final SearchListener listener;
  private final Ladder ladder;

  /**
   * A search.
   *
   * @param name how files' provenance calls the network
   * @param recipe what trials are made from; it must prune and retrain
   * @throws IllegalArgumentException if the recipe or the data do not suit
   */
  public CompressionSearch(
      String name,
      Network original,
      Recipe recipe,
      CompressionData data,
      long seed,
      SearchOptions options,
      SearchDirectory directory,
      SearchListener listener) {
    if (data.training().isEmpty()) {
      throw new IllegalArgumentException(
          "a search expects labelled training images, found only calibration images");
    }
    this.name = name;
    this.original = original;
    this.recipe = recipe;
    this.data = data;
    this.seed = seed;
    this.options = options;
    this.directory = directory;
    this.listener = listener;
    this.ladder = new Ladder(options.goal(), TrialRecipe.requirePruning(recipe).density());
  }

  /** Searches until nothing is left to try, the time is up, or this thread is interrupted. */
  public SearchOutcome run() throws IOException {
    String identity = SearchIdentity.of(name, original, recipe, data, seed, options.goal());
    List<Trial> trials = new ArrayList<>(directory.open(identity, options.resume()));
    trials.forEach(listener::onTrial);
    SearchOutcome.End end = null;
    while (end == null) {
      Optional<Step> step = ladder.next(trials);
      if (step.isEmpty()) {
        directory.finish(trials);
        end = SearchOutcome.End.DONE;
      } else if (isTimeUp(trials)) {
        end = SearchOutcome.End.TIME;
      } else {
        try {
          run(step.get(), trials);
        } catch (InterruptedException e) {
          end = SearchOutcome.End.INTERRUPT;
        }
      }
    }
    return new SearchOutcome(trials, options.goal().best(trials), end);
  }

  private void run(Step step, List<Trial> trials) throws IOException, InterruptedException {
    int number = trials.size() + 1;
    Network start = step.parent() == 0 ? original : directory.network(step.parent(), original);
    Recipe trialRecipe = TrialRecipe.of(recipe, step.density());
    CheckpointFile checkpoint =
        CheckpointFile.openIfKept(
            directory.checkpoint(number),
            CompressionIdentity.of(name, original, start, trialRecipe, data, seed + number),
            original);
    PipelineListener stages = listener.onBegin(number, step.density());
    Compression compression =
        CompressionPipeline.goOn(
            name, original, start, trialRecipe, data, seed + number, stages, checkpoint);
    TrainingData training = data.training().orElseThrow();
    int images = training.validation().count();
    List<StageResult> results = compression.stages();
    double error = results.get(results.size() - 1).validationError().orElseThrow();
    trials.add(
        new Trial(
            number,
            step.parent(),
            step.density(),
            compression.artifact().sizeBytes(),
            images,
            (int) Math.round(error * images),
            duration(results).toMillis() / 1e3));
    directory.add(trials, retrained(results), compression.artifact().bytes());
    listener.onTrial(trials.get(trials.size() - 1));
  }

  /** Time that the stages took, in earlier runs as well. */
  private static Duration duration(List<StageResult> results) {
    return results.stream().map(StageResult::duration).reduce(Duration.ZERO, Duration::plus);
  }

  private static Network retrained(List<StageResult> results) {
    return results.stream()
        .filter(result -> result.stage() == Stage.RETRAIN)
        .findFirst()
        .orElseThrow()
        .network();
  }

  private boolean isTimeUp(List<Trial> trials) {
    if (options.time().isEmpty() || trials.isEmpty()) {
      return false;
    }
    double spent = trials.stream().mapToDouble(Trial::seconds).sum();
    double expected = spent / trials.size();
    return spent + expected > options.time().get().toMillis() / 1e3;
  }
}
