/*
 * Copyright 2026 The Thimble Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.thimble.compressor.cli;

import dev.thimble.models.data.DataSource;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Option;

/** {@code --data DIR}, for every command that reads images. */
final class DataOption {

  @Option(
      names = "--data",
      paramLabel = "DIR",
      description =
          "Directory of IDX files (train-images-idx3-ubyte and so on, raw or .gz);"
              + " default: the bundled MNIST.")
  private Path directory;

  /** The directory, if one is given. */
  Optional<Path> directory() {
    return Optional.ofNullable(directory);
  }

  DataSource source() throws IOException {
    return directory == null ? DataSource.bundledMnist() : DataSource.directory(directory);
  }
}
