/*
 * Copyright 2026 The Thimble Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.thimble.compressor.cli;

import dev.thimble.compressor.artifact.StoredLayers;
import dev.thimble.compressor.report.Inspection;
import dev.thimble.runtime.Model;
import dev.thimble.runtime.ModelException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** Reads {@code *.thim} files through {@code runtime-lite}. */
final class ArtifactFile {

  /** How the names of files end that are compressed networks. */
  static final String EXTENSION = ".thim";

  private ArtifactFile() {}

  /**
   * Reads a file.
   *
   * @throws IOException if it cannot be read or is no model; names the file
   */
  static Model read(Path file) throws IOException {
    return open(file, Model::load);
  }

  /**
   * Describes a file.
   *
   * @throws IOException as {@link #read}
   */
  static Inspection inspect(Path file) throws IOException {
    Model model = read(file);
    return open(
        file, in -> Inspection.of(file.toString(), model, StoredLayers.of(in.readAllBytes())));
  }

  private static <T> T open(Path file, Reader<T> reader) throws IOException {
    if (Files.isDirectory(file)) {
      throw new IOException(file + ": expected a .thim file, found a directory");
    }
    try (InputStream in = Files.newInputStream(file)) {
      return reader.read(in);
    } catch (NoSuchFileException e) {
      throw new IOException(file + ": expected a .thim file, found no such file", e);
    } catch (ModelException e) {
      throw new IOException(file + ": " + e.getMessage(), e);
    }
  }

  /** Makes something of a file's bytes. */
  private interface Reader<T> {
    T read(InputStream in) throws IOException;
  }
}
