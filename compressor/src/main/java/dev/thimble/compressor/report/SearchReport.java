/*
 * Copyright 2026 The Thimble Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.thimble.compressor.report;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.thimble.compressor.search.Goal;
import dev.thimble.compressor.search.ParetoFront;
import dev.thimble.compressor.search.SearchOutcome;
import dev.thimble.compressor.search.Trial;
import dev.thimble.compressor.sensitivity.Interval;
import java.util.List;

/**
 * All figures of a search, as the JSON report has them.
 *
 * @param model name of the network
 * @param data name of the images
 * @param seed seed of the run
 * @param recipe what trials were made from, in its JSON form
 * @param goal what was looked for, in words
 * @param originalError error of the original network on the validation images, in [0, 1]
 * @param end why the search went no further
 * @param trials all trials in order
 * @param chosen number of the trial that was taken; null if none is inside the goal
 * @param file the written file; null if there is none
 * @param testImages images that only this report looks at, 0 if there are none
 * @param testError error of the file on them through {@code runtime-lite}, in [0, 1]; null without
 * @param testErrorInterval its 95 % confidence interval; null without
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record SearchReport(
    String model,
    String data,
    long seed,
    ObjectNode recipe,
    String goal,
    double originalError,
    SearchOutcome.End end,
    List<Row> trials,
    Integer chosen,
    String file,
    int testImages,
    Double testError,
    Interval testErrorInterval) {

  public SearchReport {
    trials = List.copyOf(trials);
  }

  /**
   * A trial.
   *
   * @param validationErrorInterval 95 % confidence interval of the validation error
   * @param meetsGoal whether it is inside the goal
   * @param onFront whether no other trial beats it in size and error at once
   */
  public record Row(
      int number,
      int parent,
      double density,
      int fileBytes,
      double validationError,
      Interval validationErrorInterval,
      boolean meetsGoal,
      boolean onFront,
      double seconds) {}

  /** The rows of trials. */
  public static List<Row> rows(List<Trial> trials, Goal goal) {
    List<Trial> front = ParetoFront.of(trials);
    return trials.stream()
        .map(
            trial ->
                new Row(
                    trial.number(),
                    trial.parent(),
                    trial.density(),
                    trial.fileBytes(),
                    trial.error(),
                    trial.errorInterval(),
                    goal.isMet(trial),
                    front.contains(trial),
                    trial.seconds()))
        .toList();
  }
}
