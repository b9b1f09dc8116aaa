/*
 * Copyright 2026 The Thimble Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.thimble.models.data;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** IDX files in a directory, under their plain name or with {@code .gz} behind it. */
final class DirectoryFiles implements IdxFiles {
  private final Path directory;

  DirectoryFiles(Path directory) throws DataException {
    if (!Files.isDirectory(directory)) {
      throw DataException.of(
          directory.toString(),
          "a directory of IDX files",
          Files.exists(directory) ? "a file" : "nothing");
    }
    this.directory = directory;
  }

  @Override
  public Optional<Source> find(String name) {
    for (String candidate : new String[] {name, name + ".gz"}) {
      Path file = directory.resolve(candidate);
      if (Files.exists(file)) {
        return Optional.of(new Source(file.toString(), () -> Files.newInputStream(file), ""));
      }
    }
    return Optional.empty();
  }

  @Override
  public String describe(String name) {
    return directory.resolve(name).toString();
  }
}
