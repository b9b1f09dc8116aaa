/*
 * Copyright 2026 The Thimble Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.thimble.compressor.cli;

import dev.thimble.compressor.search.Goal;
import dev.thimble.compressor.search.SearchOptions;
import java.time.Duration;
import java.util.Optional;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** What makes a compression a search, and whether either goes on. */
final class GoalOptions {

  /** The option that goes on. */
  static final String RESUME = "--resume";

  @ArgGroup private Limit limit;

  @Option(
      names = "--time",
      paramLabel = "TIME",
      converter = Quantities.Time.class,
      description = "Begin no trial of a search that would likely end later, such as 10m.")
  private Duration time;

  @Option(
      names = RESUME,
      description =
          "Go on with an interrupted or killed compression or search, from its last epoch.")
  private boolean resume;

  @Spec(Spec.Target.MIXEE)
  private CommandSpec command;

  /** One of them at most. */
  static final class Limit {
    @Option(
        names = "--max-error",
        paramLabel = "PERCENT",
        converter = Quantities.Percent.class,
        description =
            "Search for the smallest file whose validation error is not above this, such as 1.6%%.")
    private Double maxError;

    @Option(
        names = "--max-drop",
        paramLabel = "POINTS",
        converter = Quantities.Percent.class,
        description = "The same, for the validation error's rise over the original's, such as 0.2.")
    private Double maxDrop;

    @Option(
        names = "--target-size",
        paramLabel = "SIZE",
        converter = Quantities.Bytes.class,
        description =
            "Search for the lowest validation error of a file not above this, such as 4KB.")
    private Long targetSize;
  }

  /** Whether to go on with what was interrupted. */
  boolean resume() {
    return resume;
  }

  /**
   * The search that is asked for; empty for none.
   *
   * @param withSensitivity whether a summary goes into the file that is found
   * @throws ParameterException if options do not go together
   */
  Optional<GoalOptions> asked(boolean withSensitivity) {
    if (limit == null && time != null) {
      throw new ParameterException(
          command.commandLine(),
          "--time expects --max-error, --max-drop or --target-size, found none of them");
    }
    if (withSensitivity && limit != null && limit.targetSize != null) {
      throw new ParameterException(
          command.commandLine(),
          "--with-sensitivity makes the file larger, so it does not go with --target-size");
    }
    return limit == null ? Optional.empty() : Optional.of(this);
  }

  /**
   * The options of the search.
   *
   * @param originalError validation error of the original network, in [0, 1]
   * @throws IllegalArgumentException if the limit is out of range
   */
  SearchOptions options(double originalError) {
    Goal goal;
    if (limit.targetSize != null) {
      goal = new Goal.MaxSize(limit.targetSize);
    } else {
      double drop = limit.maxDrop == null ? 0 : limit.maxDrop;
      goal = new Goal.MaxError(limit.maxError == null ? originalError + drop : limit.maxError);
    }
    return new SearchOptions(goal, Optional.ofNullable(time), resume);
  }
}
