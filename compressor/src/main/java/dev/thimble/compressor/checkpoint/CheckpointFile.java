/*
 * Copyright 2026 The Thimble Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.thimble.compressor.checkpoint;

import dev.thimble.compressor.io.AtomicFile;
import dev.thimble.compressor.network.Network;
import dev.thimble.compressor.pipeline.Checkpoint;
import dev.thimble.compressor.pipeline.CompressionProgress;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A file that holds how far a compression is: after a kill at any moment the last progress that was
 * kept.
 */
public final class CheckpointFile implements Checkpoint {
  private static final String SUFFIX = ".checkpoint";

  private final Path file;
  private final CompressionIdentity identity;
  private final CompressionProgress start;

  private CheckpointFile(Path file, CompressionIdentity identity, CompressionProgress start) {
    this.file = file;
    this.identity = identity;
    this.start = start;
  }

  /** The file beside the one that a compression is to write. */
  public static Path beside(Path output) {
    return output.resolveSibling(output.getFileName() + SUFFIX);
  }

  /**
   * For a new compression, or to go on with one.
   *
   * @param network that is compressed
   * @param resume whether to go on with what is there
   * @throws IOException if there is nothing to resume, something unfinished that is not to be
   *     resumed, another compression, or a damaged file; names the file
   */
  public static CheckpointFile open(
      Path file, CompressionIdentity identity, Network network, boolean resume) throws IOException {
    AtomicFile.checkWritable(file);
    boolean found = Files.exists(file);
    if (resume && !found) {
      throw new IOException(file + ": expected a compression to resume, found none");
    }
    if (!resume && found) {
      throw new IOException(
          file + ": holds an unfinished compression: go on with --resume, or delete it");
    }
    return openIfKept(file, identity, network);
  }

  /**
   * To go on with a compression if it has kept anything, and else for a new one.
   *
   * @throws IOException if there is another compression, or a damaged file; names the file
   */
  public static CheckpointFile openIfKept(Path file, CompressionIdentity identity, Network network)
      throws IOException {
    CompressionProgress start =
        Files.exists(file)
            ? CheckpointReader.read(file, identity, network)
            : CompressionProgress.NONE;
    return new CheckpointFile(file, identity, start);
  }

  @Override
  public CompressionProgress start() {
    return start;
  }

  /**
   * {@inheritDoc}
   *
   * @throws UncheckedIOException if the file cannot be written; what it held stays
   */
  @Override
  public void keep(CompressionProgress progress) throws InterruptedException {
    try {
      AtomicFile.writeInterruptibly(file, out -> CheckpointWriter.write(out, identity, progress));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Whether there is something to go on from. */
  public boolean isKept() {
    return Files.exists(file);
  }

  /** Deletes the file, once the compression is done. */
  public void delete() throws IOException {
    Files.deleteIfExists(file);
  }

  /** The file's path. */
  @Override
  public String toString() {
    return file.toString();
  }
}
