/*
 * Copyright 2026 The Thimble Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.thimble.compressor.cli;

import dev.thimble.compressor.artifact.StoredLayers;
import dev.thimble.compressor.report.Inspection;
import dev.thimble.models.CompressedNetwork;
import dev.thimble.models.Zoo;
import dev.thimble.runtime.Model;
import dev.thimble.runtime.ModelException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Reads {@code *.thim} files, and the compressed networks of the zoo, through {@code runtime-lite}.
 */
final class ArtifactFile {

  /** How the names of files end that are compressed networks. */
  static final String EXTENSION = ".thim";

  /** What a command says of the file that it reads. */
  static final String DESCRIPTION =
      "A compressed network, or the name of one that comes with Thimble, such as"
          + " lenet-300-100-tiny.";

  private ArtifactFile() {}

  /**
   * Reads a file, or if there is none the network of the zoo that has this name.
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
    try (InputStream in = stream(file)) {
      return reader.read(in);
    } catch (NoSuchFileException e) {
      String names = String.join(", ", CompressedNetwork.ids());
      throw new IOException(
          file + ": expected a .thim file or one of " + names + ", found no such file", e);
    } catch (ModelException e) {
      throw new IOException(file + ": " + e.getMessage(), e);
    }
  }

  private static InputStream stream(Path file) throws IOException {
    Optional<CompressedNetwork> shipped = CompressedNetwork.find(file.toString());
    return shipped.isPresent() && !Files.exists(file)
        ? Zoo.compressed(shipped.get())
        : Files.newInputStream(file);
  }

  /** Makes something of a file's bytes. */
  private interface Reader<T> {
    T read(InputStream in) throws IOException;
  }
}
