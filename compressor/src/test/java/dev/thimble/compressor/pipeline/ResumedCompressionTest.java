/*
 * Copyright 2026 The Thimble Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.thimble.compressor.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.thimble.compressor.artifact.Coding;
import dev.thimble.compressor.cluster.ClusterOptions;
import dev.thimble.compressor.dl4j.Distillation;
import dev.thimble.compressor.network.Network;
import dev.thimble.compressor.network.TinyNetworks;
import dev.thimble.compressor.prune.PruneOptions;
import dev.thimble.compressor.quantize.Granularity;
import dev.thimble.compressor.quantize.QuantizeOptions;
import dev.thimble.compressor.ratedistortion.RateDistortionOptions;
import dev.thimble.compressor.retrain.RetrainOptions;
import dev.thimble.compressor.retrain.ToyData;
import dev.thimble.compressor.retrain.TrainingState;
import dev.thimble.models.data.TrainingData;
import dev.thimble.models.training.SharpnessAwareness;
import dev.thimble.models.training.TrainingListener;
import dev.thimble.models.training.TrainingProgress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A compression that goes on gives the bytes of one that was never interrupted. */
class ResumedCompressionTest {
  private static final QuantizeOptions LAYER =
      QuantizeOptions.DEFAULT.withGranularity(Granularity.LAYER);
  private static final QuantizeOptions GRID =
      new QuantizeOptions(Granularity.LAYER, 3, 100, 100, 0.25, 0.4);

  /**
   * Images and batches of so many steps an epoch, so that masks change in the middle of one, too.
   */
  private static final int STEPS = 60;

  private static final int BATCH = 3;

  private final CompressionData data = data();
  private final Network network =
      TinyNetworks.dense(new int[] {ToyData.PIXELS, 24, ToyData.CLASSES}, 2);

  static Stream<Arguments> recipes() {
    PruneOptions falling = new PruneOptions(0.3, Map.of(), 0.5, 0.8, 0.8);
    PruneOptions moving = new PruneOptions(0.3, Map.of("fc2", 0.5), 1, 1, 1);
    Optional<ClusterOptions> none = Optional.empty();
    return Stream.of(
        Arguments.of("falling density, then codebooks", recipe(falling, 0, LAYER, codebooks(0.5))),
        Arguments.of("masks that move to the end", recipe(moving, 0, LAYER, none)),
        Arguments.of("weights on a grid", recipe(falling, 0, GRID, none)),
        Arguments.of("weights on a grid, moving masks", recipe(moving, 0, GRID, none)),
        Arguments.of("weights on a grid, their levels chosen", levels(falling)),
        Arguments.of("SAM", recipe(falling, 0.05, GRID, codebooksOf(3, 1))));
  }

  private static Recipe recipe(
      PruneOptions prune,
      double radius,
      QuantizeOptions quantize,
      Optional<ClusterOptions> cluster) {
    return new Recipe(
        "toy",
        Optional.of(prune),
        Optional.of(training(3, radius)),
        Optional.empty(),
        Optional.empty(),
        quantize,
        cluster,
        new CodeOptions(Coding.HUFFMAN, true, 2));
  }

  private static Recipe levels(PruneOptions prune) {
    Recipe recipe = recipe(prune, 0, GRID, Optional.empty());
    return new Recipe(
        recipe.name(),
        recipe.prune(),
        recipe.retrain(),
        Optional.of(training(2, 0)),
        Optional.of(new RateDistortionOptions(1e-4, 100, new Distillation(0.5, 3), true, 2)),
        recipe.quantize(),
        recipe.cluster(),
        recipe.code());
  }

  private static RetrainOptions training(int epochs, double radius) {
    return new RetrainOptions(
        epochs, BATCH, 1e-2, new Distillation(0.5, 2), true, new SharpnessAwareness(radius));
  }

  private static Optional<ClusterOptions> codebooks(double assignmentShare) {
    return codebooksOf(6, assignmentShare);
  }

  private static Optional<ClusterOptions> codebooksOf(int size, double assignmentShare) {
    return Optional.of(
        new ClusterOptions(size, Map.of(), Optional.of(training(2, 0)), assignmentShare));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("recipes")
  void goesOnFromEveryCheckpointToTheSameBytes(String name, Recipe recipe) throws Exception {
    Memory whole = new Memory(CompressionProgress.NONE);
    Log log = new Log();
    byte[] expected = run(recipe, log, whole);
    int epochs = 3;
    epochs += recipe.finetune().isPresent() ? 2 : 0;
    epochs += recipe.cluster().isPresent() ? 2 : 0;
    int stages = log.stages.size() - log.stages.indexOf(Stage.RETRAIN); // retrain … code
    assertThat(whole.kept).hasSize(epochs + stages);
    for (CompressionProgress progress : whole.kept) {
      Log again = new Log();
      assertThat(run(recipe, again, new Memory(progress))).isEqualTo(expected);
      assertThat(again.stages).containsExactlyElementsOf(log.stages);
      assertThat(again.errors).isEqualTo(log.errors);
    }
  }

  @Test
  void survivesAKillAfterEveryCheckpointOfARun() throws Exception {
    Recipe recipe =
        recipe(new PruneOptions(0.3, Map.of(), 1, 1, 1), 0.05, GRID, codebooksOf(3, 0.7));
    byte[] expected = run(recipe, new Log(), new Memory(CompressionProgress.NONE));
    CompressionProgress progress = CompressionProgress.NONE;
    byte[] bytes = null;
    while (bytes == null) {
      Memory dying = new Memory(progress);
      dying.diesAt = 1;
      try {
        bytes = run(recipe, new Log(), dying);
      } catch (Killed e) {
        progress = dying.last();
      }
    }
    assertThat(bytes).isEqualTo(expected);
  }

  @Test
  void anInterruptInTheMiddleOfAnEpochLeavesTheLastWholeOne() throws Exception {
    Recipe recipe = recipe(new PruneOptions(0.3, Map.of(), 1, 1, 1), 0, GRID, codebooksOf(3, 0.5));
    byte[] expected = run(recipe, new Log(), new Memory(CompressionProgress.NONE));
    Memory interrupted = new Memory(CompressionProgress.NONE);
    Log log = new Log();
    log.interruptAt = 2 * STEPS + 20;
    assertThatThrownBy(() -> run(recipe, log, interrupted))
        .isInstanceOf(InterruptedException.class);
    assertThat(interrupted.last().training(Stage.RETRAIN).orElseThrow().epochs()).isEqualTo(2);
    Log resumed = new Log();
    assertThat(run(recipe, resumed, new Memory(interrupted.last()))).isEqualTo(expected);
    TrainingProgress first = resumed.steps.get(0);
    assertThat(first.epoch()).isEqualTo(3);
    assertThat(first.step()).isEqualTo(2 * STEPS + 1);
    assertThat(first.validationError())
        .isEqualTo(interrupted.last().training(Stage.RETRAIN).orElseThrow().validationError());
  }

  @Test
  void theTimeLeftIsJudgedByTheStepsOfThisRun() throws Exception {
    Recipe recipe = recipe(new PruneOptions(0.3, Map.of(), 1, 1, 1), 0, GRID, Optional.empty());
    Memory whole = new Memory(CompressionProgress.NONE);
    run(recipe, new Log(), whole);
    TrainingState state = whole.kept.get(1).training(Stage.RETRAIN).orElseThrow();
    assertThat(state.epochs()).isEqualTo(2);
    TrainingState slow =
        new TrainingState(
            2,
            Duration.ofHours(40),
            state.validationError(),
            state.optimizer(),
            state.projection());
    Log log = new Log();
    Memory resumed = new Memory(CompressionProgress.NONE.with(Stage.RETRAIN, slow));
    run(recipe, log, resumed);
    assertThat(log.steps).hasSize(STEPS);
    assertThat(log.steps).allMatch(step -> step.timeLeft().compareTo(Duration.ofHours(1)) < 0);
    assertThat(resumed.last().trained(Stage.RETRAIN)).isGreaterThan(Duration.ofHours(40));
    assertThat(log.results.get(2).duration()).isGreaterThan(Duration.ofHours(40));
  }

  @Test
  void doesNotMeasureFinishedStagesAgain() throws Exception {
    Recipe recipe = recipe(new PruneOptions(0.3, Map.of(), 1, 1, 1), 0, GRID, Optional.empty());
    Memory whole = new Memory(CompressionProgress.NONE);
    Log log = new Log();
    run(recipe, log, whole);
    Log again = new Log();
    run(recipe, again, new Memory(whole.last()));
    assertThat(again.steps).isEmpty();
    assertThat(again.results)
        .extracting(StageResult::duration)
        .containsExactlyElementsOf(log.results.stream().map(StageResult::duration).toList());
  }

  @Test
  void keepsNothingOfARecipeThatDoesNotTrain() throws Exception {
    Recipe quantizeOnly =
        new Recipe(
            "int8",
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            QuantizeOptions.DEFAULT,
            Optional.empty(),
            new CodeOptions(Coding.RAW, false, 0));
    Memory memory = new Memory(CompressionProgress.NONE);
    run(quantizeOnly, new Log(), memory);
    assertThat(memory.kept).isEmpty();
  }

  @Test
  void refusesTheProgressOfAnotherCompression() throws Exception {
    PruneOptions prune = new PruneOptions(0.3, Map.of(), 1, 1, 1);
    Recipe recipe = recipe(prune, 0, LAYER, codebooks(0.5));
    Memory whole = new Memory(CompressionProgress.NONE);
    run(recipe, new Log(), whole);
    assertThatThrownBy(
            () ->
                run(
                    recipe.withTrainings(o -> o.withEpochs(2)),
                    new Log(),
                    new Memory(whole.last())))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "expected a state of a training of 2 epochs of 60 steps, found 3 epochs and 180 steps");
    Recipe fewer = recipe(prune, 0, LAYER, codebooksOf(4, 0.5));
    assertThatThrownBy(() -> run(fewer, new Log(), new Memory(whole.last())))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageMatching(
            "expected the state of a projection of 8 numbers and [0-9]+ weights, found 12 and .*");
    assertThatThrownBy(
            () ->
                new CompressionProgress(List.of(done(Stage.REDUCE), done(Stage.RETRAIN)), Map.of()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("expected a stage after reduce, found retrain");
  }

  private static CompressionData data() {
    TrainingData all = ToyData.make(1);
    return CompressionData.of(
        new TrainingData(all.training().first(STEPS * BATCH), all.validation().first(50)));
  }

  private static FinishedStage done(Stage stage) {
    return new FinishedStage(stage, OptionalDouble.empty(), Duration.ZERO);
  }

  private byte[] run(Recipe recipe, PipelineListener listener, Checkpoint checkpoint)
      throws InterruptedException {
    return CompressionPipeline.run("toy", network, recipe, data, 3, listener, checkpoint)
        .artifact()
        .bytes();
  }

  /** As SIGKILL: nothing more is done. */
  private static final class Killed extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }

  /** Keeps every progress, and can die after one. */
  private static final class Memory implements Checkpoint {
    private final CompressionProgress start;
    private final List<CompressionProgress> kept = new ArrayList<>();
    private int diesAt;

    Memory(CompressionProgress start) {
      this.start = start;
    }

    CompressionProgress last() {
      return kept.get(kept.size() - 1);
    }

    @Override
    public CompressionProgress start() {
      return start;
    }

    @Override
    public void keep(CompressionProgress progress) {
      kept.add(progress);
      if (kept.size() == diesAt) {
        throw new Killed();
      }
    }
  }

  /** Remembers what it hears, and can interrupt a training. */
  private static final class Log implements PipelineListener {
    private final List<Stage> stages = new ArrayList<>();
    private final List<StageResult> results = new ArrayList<>();
    private final List<Object> errors = new ArrayList<>();
    private final List<TrainingProgress> steps = new ArrayList<>();
    private int interruptAt;

    @Override
    public void onBegin(Stage stage) {
      stages.add(stage);
    }

    @Override
    public TrainingListener training(Stage stage) {
      return progress -> {
        steps.add(progress);
        if (steps.size() == interruptAt) {
          Thread.currentThread().interrupt();
        }
      };
    }

    @Override
    public void onEnd(StageResult result) {
      results.add(result);
      errors.add(result.sizeBytes() + " bytes, " + result.validationError());
    }
  }
}
