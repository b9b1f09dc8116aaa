/*
 * Copyright 2026 The Thimble Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.thimble.compressor.cli;

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

  CompressionJob(PreparedCompression prepared, CompressionDisplay display) {
    this.prepared = prepared;
    this.display = display;
  }

  /**
   * Runs all stages, writes {@code output}, and measures it.
   *
   * @throws InterruptedException if this thread is interrupted; says so if there is a file already
   */
  CompressionReport run(Path output) throws IOException, InterruptedException {
    Compression compression =
        CompressionPipeline.run(
            prepared.name(),
            prepared.network(),
            prepared.recipe(),
            prepared.images().data(),
            prepared.seed(),
            display);
    if (Thread.interrupted()) {
      throw new InterruptedException();
    }
    AtomicFile.write(output, compression.artifact().bytes());
    return measure(compression, output);
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
