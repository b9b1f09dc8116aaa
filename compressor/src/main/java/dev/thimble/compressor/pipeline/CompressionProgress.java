/*
 * Copyright 2026 The Thimble Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.thimble.compressor.pipeline;

import dev.thimble.compressor.retrain.TrainingState;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How far a compression is. With the same network, images, recipe and seed it goes on from here to
 * the same bytes: trainings from their last epoch; stages that do not train are done again, but not
 * measured again.
 *
 * @param finished the stages that are done, each once, in order
 * @param trainings where each training stands that has done an epoch
 */
public record CompressionProgress(
    List<FinishedStage> finished, Map<Stage, TrainingState> trainings) {

  /** Nothing is done. */
  public static final CompressionProgress NONE = new CompressionProgress(List.of(), Map.of());

  public CompressionProgress {
    finished = List.copyOf(finished);
    for (int i = 1; i < finished.size(); i++) {
      Stage before = finished.get(i - 1).stage();
      if (finished.get(i).stage().compareTo(before) <= 0) {
        throw new IllegalArgumentException(
            "expected a stage after " + before.id() + ", found " + finished.get(i).stage().id());
      }
    }
    Map<Stage, TrainingState> ordered = new EnumMap<>(Stage.class);
    ordered.putAll(trainings);
    trainings = Collections.unmodifiableMap(ordered);
  }

  /** What is kept of a stage, if it is done. */
  Optional<FinishedStage> finished(Stage stage) {
    return finished.stream().filter(done -> done.stage() == stage).findFirst();
  }

  /** Where the training of a stage stands; empty before its first epoch. */
  Optional<TrainingState> training(Stage stage) {
    return Optional.ofNullable(trainings.get(stage));
  }

  /** Time that the epochs of a stage's training took. */
  Duration trained(Stage stage) {
    return training(stage).map(TrainingState::elapsed).orElse(Duration.ZERO);
  }

  /** This progress and another finished stage. */
  CompressionProgress with(FinishedStage stage) {
    List<FinishedStage> more = new ArrayList<>(finished);
    more.add(stage);
    return new CompressionProgress(more, trainings);
  }

  /** This progress with another state of a stage's training. */
  CompressionProgress with(Stage stage, TrainingState state) {
    Map<Stage, TrainingState> more = new EnumMap<>(Stage.class);
    more.putAll(trainings);
    more.put(stage, state);
    return new CompressionProgress(finished, more);
  }
}
