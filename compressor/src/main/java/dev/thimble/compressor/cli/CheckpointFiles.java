/*
 * Copyright 2026 The Thimble Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.thimble.compressor.cli;

import dev.thimble.compressor.io.AtomicFile;
import dev.thimble.models.Provenance;
import dev.thimble.models.dl4j.TrainedNetwork;
import java.io.IOException;
import java.nio.file.Path;

/** A checkpoint {@code FILE.zip} and the provenance {@code FILE.json} beside it. */
final class CheckpointFiles {
  private static final String CHECKPOINT_SUFFIX = ".zip";

  private final Path checkpoint;
  private final Path provenance;

  CheckpointFiles(Path checkpoint) {
    this.checkpoint = checkpoint;
    this.provenance = checkpoint.resolveSibling(stem(checkpoint) + ".json");
  }

  /** The checkpoint's file name without {@code .zip}. */
  static String stem(Path checkpoint) {
    String name = checkpoint.getFileName().toString();
    return name.endsWith(CHECKPOINT_SUFFIX)
        ? name.substring(0, name.length() - CHECKPOINT_SUFFIX.length())
        : name;
  }

  Path provenance() {
    return provenance;
  }

  void checkWritable() throws IOException {
    AtomicFile.checkWritable(checkpoint);
    AtomicFile.checkWritable(provenance);
  }

  void write(TrainedNetwork network, Provenance origin) throws IOException {
    AtomicFile.write(checkpoint, network::write);
    AtomicFile.write(provenance, origin.toJson());
  }
}
