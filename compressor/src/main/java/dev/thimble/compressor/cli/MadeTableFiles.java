/*
 * Copyright 2026 The Thimble Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.thimble.compressor.cli;

import dev.thimble.compressor.checkpoint.CheckpointFile;
import dev.thimble.compressor.pipeline.Recipe;
import dev.thimble.compressor.report.tables.TableFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Makes the file of each recipe and seed that a directory does not have yet. */
final class MadeTableFiles implements TableFiles {
  private final Console console;
  private final Path directory;
  private final int seeds;

  /**
   * Files to make.
   *
   * @param directory is created if it is missing
   * @param seeds how many; they are counted from 1
   */
  MadeTableFiles(Console console, Path directory, int seeds) {
    this.console = console;
    this.directory = directory;
    this.seeds = seeds;
  }

  @Override
  public String command() {
    return "./thimble tables --seeds " + seeds;
  }

  @Override
  public List<TableFile> of(List<TableOriginal> originals)
      throws IOException, InterruptedException {
    List<TableRun> runs = new ArrayList<>();
    for (TableOriginal original : originals) {
      for (Recipe recipe : original.recipes()) {
        for (long seed = 1; seed <= seeds; seed++) {
          runs.add(new TableRun(original, recipe, seed));
        }
      }
    }
    return make(runs);
  }

  /** The files of these runs. All that are there are checked before the first one is made. */
  List<TableFile> make(List<TableRun> runs) throws IOException, InterruptedException {
    List<TableRun> missing = new ArrayList<>();
    for (TableRun run : runs) {
      if (!new RunFiles(directory, run).isDone()) {
        missing.add(run);
      }
    }
    if (!missing.isEmpty()) {
      Files.createDirectories(directory);
      compress(missing, runs.size());
    }
    List<TableFile> files = new ArrayList<>();
    for (TableRun run : runs) {
      files.add(new RunFiles(directory, run).read());
    }
    return files;
  }

  private void compress(List<TableRun> missing, int all) throws IOException, InterruptedException {
    int before = all - missing.size();
    long began = System.nanoTime();
    for (int i = 0; i < missing.size(); i++) {
      String line = "file " + (before + i + 1) + " of " + all;
      if (i > 0) {
        long left = (System.nanoTime() - began) / i * (missing.size() - i);
        line += ", about " + Durations.format(Duration.ofNanos(left)) + " left";
      }
      try {
        compress(missing.get(i), line);
      } catch (InterruptedException e) {
        throw new InterruptedException(
            (before + i) + " of " + all + " files are made; the same command goes on");
      }
    }
  }

  private void compress(TableRun run, String line) throws IOException, InterruptedException {
    RunFiles files = new RunFiles(directory, run);
    try (CompressionDisplay display = new CompressionDisplay(console)) {
      PreparedCompression prepared = run.prepared();
      display.announce(prepared);
      display.announce(line);
      boolean resume = Files.exists(CheckpointFile.beside(files.artifact()));
      CompressionJob job = new CompressionJob(prepared, display, resume, "the same command");
      files.finish(job.run(files.artifact()));
    }
  }
}
