/*
 * Copyright 2026 The Thimble Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.thimble.compressor.cli;

import dev.thimble.compressor.pipeline.PipelineListener;
import dev.thimble.compressor.report.Figures;
import dev.thimble.compressor.search.SearchListener;
import dev.thimble.compressor.search.Trial;

/** Prints the trials of a search, and their stages while they run. */
final class SearchDisplay implements SearchListener {
  private final Console console;
  private final CompressionDisplay stages;

  SearchDisplay(Console console, CompressionDisplay stages) {
    this.console = console;
    this.stages = stages;
  }

  @Override
  public PipelineListener onBegin(int number, double density) {
    stages.announce(String.format("trial %d: density %s", number, Figures.percent(density)));
    return stages;
  }

  @Override
  public void onTrial(Trial trial) {
    console
        .err()
        .printf(
            "trial %d: density %s, %s bytes, validation error %s (95 %%: %s)%n",
            trial.number(),
            Figures.percent(trial.density()),
            Figures.count(trial.fileBytes()),
            Figures.percent(trial.error()),
            Figures.percentRange(trial.errorInterval()));
  }
}
