/*
 * Copyright 2026 The Thimble Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.thimble.compressor.cli;

import dev.thimble.compressor.checkpoint.CheckpointFile;
import dev.thimble.compressor.checkpoint.CompressionIdentity;
import dev.thimble.compressor.io.AtomicFile;
import dev.thimble.compressor.pipeline.Compression;
import dev.thimble.compressor.pipeline.CompressionPipeline;
import dev.thimble.compressor.report.CompressionReport;
import dev.thimble.compressor.report.FinalReport;
import java.io.IOException;
import java.nio.file.Path;

/** Compresses a network into a file and measures the file. */
final class CompressionJob {
  private final PreparedCompression prepared;
  private final CompressionDisplay display;
  private final boolean resume;
  private final String resumeLine;

  /**
   * A compression to run.
   *
   * @param resume whether to go on with what an earlier run kept
   * @param resumeLine the command line that goes on, for who interrupts this run
   */
  CompressionJob(
      PreparedCompression prepared, CompressionDisplay display, boolean resume, String resumeLine) {
    this.prepared = prepared;
    this.display = display;
    this.resume = resume;
    this.resumeLine = resumeLine;
  }

  /**
   * Runs all stages, writes {@code output}, and measures it.
   *
   * @throws InterruptedException if this thread is interrupted; says what there is already
   */
  CompressionReport run(Path output) throws IOException, InterruptedException {
    CheckpointFile checkpoint = checkpoint(output);
    Compression compression;
    try {
      compression = compress(checkpoint);
      byte[] bytes = compression.artifact().bytes();
      AtomicFile.writeInterruptibly(output, out -> out.write(bytes));
    } catch (InterruptedException e) {
      throw checkpoint.isKept()
          ? new InterruptedException(
              "progress is kept in " + checkpoint + "; go on with: " + resumeLine)
          : e;
    } catch (IllegalArgumentException e) { // the recipe does not fit: no going on mends that
      checkpoint.delete();
      throw e;
    }
    checkpoint.delete();
    return measure(compression, output);
  }

  private CheckpointFile checkpoint(Path output) throws IOException {
    CompressionIdentity identity =
        CompressionIdentity.of(
            prepared.name(),
            prepared.network(),
            prepared.recipe(),
            prepared.images().data(),
            prepared.seed());
    return CheckpointFile.open(CheckpointFile.beside(output), identity, prepared.network(), resume);
  }

  private Compression compress(CheckpointFile checkpoint) throws InterruptedException {
    return CompressionPipeline.run(
        prepared.name(),
        prepared.network(),
        prepared.recipe(),
        prepared.images().data(),
        prepared.seed(),
        display,
        checkpoint);
  }

  private CompressionReport measure(Compression compression, Path output)
      throws IOException, InterruptedException {
    display.measuring();
    CompressionImages images = prepared.images();
    try {
      return new FinalReport(compression, images.validation(), images.test())
          .measure(prepared.name(), images.name(), output.toString(), ArtifactFile.read(output));
    } catch (InterruptedException e) {
      throw new InterruptedException(output + " is complete, but not measured");
    }
  }
}
