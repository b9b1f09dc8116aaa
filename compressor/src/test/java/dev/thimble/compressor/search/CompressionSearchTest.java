/*
 * Copyright 2026 The Thimble Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.thimble.compressor.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.thimble.compressor.artifact.Coding;
import dev.thimble.compressor.dl4j.Distillation;
import dev.thimble.compressor.network.Network;
import dev.thimble.compressor.network.TinyNetworks;
import dev.thimble.compressor.pipeline.CodeOptions;
import dev.thimble.compressor.pipeline.CompressionData;
import dev.thimble.compressor.pipeline.PipelineListener;
import dev.thimble.compressor.pipeline.Recipe;
import dev.thimble.compressor.pipeline.Stage;
import dev.thimble.compressor.pipeline.StageResult;
import dev.thimble.compressor.prune.PruneOptions;
import dev.thimble.compressor.quantize.QuantizeOptions;
import dev.thimble.compressor.retrain.RetrainOptions;
import dev.thimble.compressor.retrain.ToyData;
import dev.thimble.models.training.SharpnessAwareness;
import dev.thimble.models.training.TrainingListener;
import dev.thimble.models.training.TrainingProgress;
import dev.thimble.runtime.Model;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CompressionSearchTest {
  private static final RetrainOptions TRAINING =
      new RetrainOptions(9, 32, 1e-2, Distillation.NONE, false, SharpnessAwareness.NONE);
  private static final Recipe RECIPE =
      new Recipe(
          "toy",
          Optional.of(new PruneOptions(0.2, Map.of(), 0.5, 0.8, 0.8)),
          Optional.of(TRAINING),
          Optional.empty(),
          Optional.empty(),
          QuantizeOptions.DEFAULT,
          Optional.empty(),
          new CodeOptions(Coding.HUFFMAN, false, 0));
  private static final Goal GOAL = new Goal.MaxSize(170);

  private final CompressionData data = CompressionData.of(ToyData.make(1));
  private final Network network =
      TinyNetworks.dense(new int[] {ToyData.PIXELS, 24, ToyData.CLASSES}, 2);

  @TempDir private Path directory;
  private SearchDirectory kept;

  @BeforeEach
  void open() {
    kept = SearchDirectory.beside(directory.resolve("net.thim"));
  }

  @Test
  void findsAFileInsideTheGoalAndKeepsEveryTrial() throws Exception {
    Log log = new Log(99, 99);
    SearchOutcome outcome = search(false, log).run();
    Trial best = outcome.best().orElseThrow();
    assertThat(outcome.end()).isEqualTo(SearchOutcome.End.DONE);
    assertThat(outcome.trials()).hasSizeGreaterThan(2).isEqualTo(log.trials);
    assertThat(best.fileBytes()).isLessThanOrEqualTo(170);
    for (Trial trial : outcome.trials()) {
      byte[] file = Files.readAllBytes(kept.artifact(trial));
      assertThat(file).hasSize(trial.fileBytes());
      assertThat(Model.load(file).classCount()).isEqualTo(ToyData.CLASSES);
    }
  }

  @Test
  void aKilledSearchGoesOnToTheSameBytes() throws Exception {
    List<byte[]> whole = files(search(false, new Log(99, 99)).run());
    kept = SearchDirectory.beside(directory.resolve("killed.thim"));
    assertThatThrownBy(() -> search(false, new Log(3, 99)).run()).isInstanceOf(Killed.class);
    SearchOutcome resumed = search(true, new Log(99, 99)).run();
    List<byte[]> files = files(resumed);
    assertThat(files).hasSameSizeAs(whole);
    for (int i = 0; i < files.size(); i++) {
      assertThat(files.get(i)).isEqualTo(whole.get(i));
    }
  }

  @Test
  void aTrialKilledInTheMiddleGoesOnFromItsLastEpoch() throws Exception {
    List<byte[]> whole = files(search(false, new Log(99, 99)).run());
    kept = SearchDirectory.beside(directory.resolve("killed.thim"));
    assertThatThrownBy(() -> search(false, new Log(3, 99)).run()).isInstanceOf(Killed.class);
    assertThat(kept.checkpoint(3)).exists();
    assertThat(kept.checkpoint(2)).doesNotExist();
    Log log = new Log(99, 99);
    List<byte[]> files = files(search(true, log).run());
    assertThat(log.epochs).doesNotContainKey(3); // it died after its retraining
    assertThat(log.epochs.get(4)).isPositive();
    assertThat(files).hasSameSizeAs(whole);
    for (int i = 0; i < files.size(); i++) {
      assertThat(files.get(i)).isEqualTo(whole.get(i));
    }
    assertThat(kept.file("search.json").getParent()).isDirectoryNotContaining("glob:**.checkpoint");
  }

  @Test
  void anInterruptKeepsWholeTrials() throws Exception {
    SearchOutcome outcome = search(false, new Log(99, 2)).run();
    assertThat(outcome.end()).isEqualTo(SearchOutcome.End.INTERRUPT);
    assertThat(outcome.trials()).hasSize(1);
    assertThat(search(true, new Log(99, 99)).run().trials()).hasSizeGreaterThan(2);
  }

  @Test
  void beginsNothingThatWouldEndTooLate() throws Exception {
    SearchOptions options = new SearchOptions(GOAL, Optional.of(Duration.ofMillis(1)), false);
    SearchOutcome outcome = search(options, RECIPE, new Log(99, 99)).run();
    assertThat(outcome.end()).isEqualTo(SearchOutcome.End.TIME);
    assertThat(outcome.trials()).hasSize(1);
  }

  @Test
  void anUnfinishedSearchIsNotOverwritten() throws Exception {
    search(false, new Log(99, 2)).run();
    assertThatThrownBy(() -> search(false, new Log(99, 99)).run())
        .isInstanceOf(IOException.class)
        .hasMessageEndingWith(
            "net.thim.search: holds an unfinished search: go on with --resume, or delete it");
  }

  @Test
  void refusesToResumeNothingOrAnotherSearch() throws Exception {
    assertThatThrownBy(() -> search(true, new Log(99, 99)).run())
        .isInstanceOf(IOException.class)
        .hasMessageEndingWith("net.thim.search: expected a search to resume, found none");
    search(false, new Log(99, 2)).run();
    SearchOptions other = new SearchOptions(new Goal.MaxSize(171), Optional.empty(), true);
    assertThatThrownBy(() -> search(other, RECIPE, new Log(99, 99)).run())
        .isInstanceOf(IOException.class)
        .hasMessageEndingWith(
            "expected a search of the same model, data, recipe, seed and goal, found another");
  }

  @Test
  void refusesADamagedState() throws Exception {
    search(false, new Log(99, 2)).run();
    for (String text :
        List.of("", "{", "[]", "{\"version\":2}", "{\"version\":1,\"trials\":[{}]}")) {
      Files.writeString(kept.file("search.json"), text);
      assertThatThrownBy(() -> search(true, new Log(99, 99)).run())
          .isInstanceOf(IOException.class)
          .hasMessageContaining("search.json: expected the state of a search: ");
    }
  }

  @Test
  void refusesDamagedWeights() throws Exception {
    search(false, new Log(99, 2)).run();
    Path weights = kept.file("trial-1.weights");
    byte[] bytes = Files.readAllBytes(weights);
    bytes[7] ^= 1;
    Files.write(weights, bytes);
    assertThatThrownBy(() -> search(true, new Log(99, 99)).run())
        .isInstanceOf(IOException.class)
        .hasMessageEndingWith("expected its checksum, found another: the file is damaged");
    Files.write(weights, new byte[5]);
    assertThatThrownBy(() -> search(true, new Log(99, 99)).run())
        .isInstanceOf(IOException.class)
        .hasMessageEndingWith("trial-1.weights: expected " + bytes.length + " bytes, found 5");
  }

  @Test
  void refusesARecipeThatDoesNotPrune() {
    Recipe quantizeOnly =
        new Recipe(
            "int8",
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            RECIPE.quantize(),
            Optional.empty(),
            RECIPE.code());
    SearchOptions options = new SearchOptions(GOAL, Optional.empty(), false);
    assertThatThrownBy(() -> search(options, quantizeOnly, new Log(99, 99)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("a search expects a recipe that prunes and retrains, found int8");
  }

  private CompressionSearch search(boolean resume, SearchListener listener) {
    return search(new SearchOptions(GOAL, Optional.empty(), resume), RECIPE, listener);
  }

  private CompressionSearch search(SearchOptions options, Recipe recipe, SearchListener listener) {
    return new CompressionSearch("toy", network, recipe, data, 3, options, kept, listener);
  }

  private List<byte[]> files(SearchOutcome outcome) throws IOException {
    List<byte[]> files = new ArrayList<>();
    for (Trial trial : outcome.trials()) {
      files.add(Files.readAllBytes(kept.artifact(trial)));
    }
    return files;
  }

  /** As SIGKILL: nothing more is done. */
  private static final class Killed extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }

  /** Dies or interrupts in the middle of a trial. */
  private static final class Log implements SearchListener, PipelineListener {
    private final int dieIn;
    private final int interruptIn;
    private final List<Trial> trials = new ArrayList<>();
    private final Map<Integer, Integer> epochs = new TreeMap<>();
    private int number;

    Log(int dieIn, int interruptIn) {
      this.dieIn = dieIn;
      this.interruptIn = interruptIn;
    }

    @Override
    public PipelineListener onBegin(int trial, double density) {
      number = trial;
      return this;
    }

    @Override
    public void onTrial(Trial trial) {
      trials.add(trial);
    }

    @Override
    public void onBegin(Stage stage) {
      if (stage == Stage.QUANTIZE && number == dieIn) {
        throw new Killed();
      }
      if (stage == Stage.RETRAIN && number == interruptIn) {
        Thread.currentThread().interrupt();
      }
    }

    @Override
    public TrainingListener training(Stage stage) {
      return new TrainingListener() {
        @Override
        public void onStep(TrainingProgress progress) {}

        @Override
        public void onEpoch(TrainingProgress progress) {
          epochs.merge(number, 1, Integer::sum);
        }
      };
    }

    @Override
    public void onEnd(StageResult result) {}
  }
}
