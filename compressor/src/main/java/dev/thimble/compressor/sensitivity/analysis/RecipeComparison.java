/*
 * Copyright 2026 The Thimble Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.thimble.compressor.sensitivity.analysis;

import dev.thimble.compressor.network.Network;
import dev.thimble.compressor.pipeline.Compression;
import dev.thimble.compressor.pipeline.CompressionPipeline;
import dev.thimble.compressor.pipeline.PipelineListener;
import dev.thimble.compressor.pipeline.Recipe;
import dev.thimble.compressor.pipeline.Stage;
import dev.thimble.compressor.pipeline.StageResult;
import dev.thimble.compressor.sensitivity.Verdict.Comparison;
import dev.thimble.compressor.sensitivity.Verdict.Compressed;
import dev.thimble.compressor.sensitivity.forward.IntegerEvaluator;
import dev.thimble.compressor.sensitivity.forward.Samples;
import dev.thimble.models.training.TrainingListener;
import dev.thimble.models.training.TrainingProgress;
import java.util.Optional;

/** Compresses a network with two recipes and measures both files. */
final class RecipeComparison {
  private static final int RECIPES = 2;

  private final String name;
  private final Network network;
  private final AnalysisData data;
  private final Samples validation;
  private final long seed;

  RecipeComparison(String name, Network network, AnalysisData data, Samples validation, long seed) {
    this.name = name;
    this.network = network;
    this.data = data;
    this.validation = validation;
    this.seed = seed;
  }

  /**
   * Runs both.
   *
   * @param basis which recipes they are
   * @throws IllegalArgumentException if a recipe does not fit the network
   */
  Comparison run(String basis, Recipe verdict, Recipe reference, Progress progress)
      throws InterruptedException {
    Compressed second = compress(reference, new StepListener(progress, 0, epochs(reference)));
    Compressed first = compress(verdict, new StepListener(progress, 1, epochs(verdict)));
    boolean holds =
        first.fileBytes() <= second.fileBytes()
            || first.validation().error() < second.validation().error();
    return new Comparison(basis, first, second, holds);
  }

  private Compressed compress(Recipe recipe, PipelineListener listener)
      throws InterruptedException {
    Compression compression =
        CompressionPipeline.run(name, network, recipe, data.seen(), seed, listener);
    byte[] file = compression.artifact().bytes();
    Optional<Samples> test = data.test().map(images -> Samples.first(images, images.count()));
    return new Compressed(
        recipe.name(),
        file.length,
        new IntegerEvaluator(validation).evaluate(file).measurement(),
        test.map(samples -> new IntegerEvaluator(samples).evaluate(file).error()).orElse(null),
        test.map(Samples::count).orElse(0));
  }

  /** Epochs of all trainings of a recipe. */
  static int epochs(Recipe recipe) {
    return recipe.retrain().map(options -> options.epochs()).orElse(0)
        + recipe.finetune().map(options -> options.epochs()).orElse(0)
        + recipe.cluster().flatMap(c -> c.fineTuning()).map(o -> o.epochs()).orElse(0);
  }

  /** Turns epochs of trainings into steps of the comparison. */
  private static final class StepListener implements PipelineListener {
    private final Progress progress;
    private final int run;
    private final int epochs;
    private double doneEpochs;

    StepListener(Progress progress, int run, int epochs) {
      this.progress = progress;
      this.run = run;
      this.epochs = epochs;
    }

    @Override
    public void onBegin(Stage stage) {
      report(0);
    }

    @Override
    public TrainingListener training(Stage stage) {
      return new TrainingListener() {
        @Override
        public void onStep(TrainingProgress training) {
          report((double) training.step() / training.steps() * training.epochs());
        }

        @Override
        public void onEpoch(TrainingProgress training) {
          if (training.step() == training.steps()) {
            doneEpochs += training.epochs();
          }
        }
      };
    }

    @Override
    public void onEnd(StageResult result) {
      report(0);
    }

    private void report(double more) {
      double share = epochs == 0 ? 0 : Math.min(1, (doneEpochs + more) / epochs);
      progress.show((run + share) / RECIPES);
    }
  }
}
