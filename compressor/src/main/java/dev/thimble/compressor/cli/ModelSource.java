/*
 * Copyright 2026 The Thimble Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.thimble.compressor.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.thimble.compressor.dl4j.ModelArchive;
import dev.thimble.compressor.network.Network;
import dev.thimble.compressor.network.Shape;
import dev.thimble.models.Provenance;
import dev.thimble.models.ReferenceNetwork;
import dev.thimble.models.Zoo;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalLong;

/** The trained network that a command line names: one of the zoo, or a file. */
interface ModelSource {

  /** The network's name, from which that of its compressed file is made. */
  String name();

  /** What names it on a command line. */
  String argument();

  /**
   * Reads the network.
   *
   * @param images shape of the images that it is to classify
   * @throws IOException if it cannot be read or is not supported; names the file
   */
  Network network(Shape images) throws IOException;

  /** The seed that split its training data, where that is known. */
  OptionalLong splitSeed() throws IOException;

  /** Whether this is read from that file. */
  boolean isFile(Path file) throws IOException;

  /** Finds a network by its name in the zoo, or else a file. */
  static ModelSource of(String nameOrFile) throws IOException {
    return of(nameOrFile, "a Deeplearning4j zip");
  }

  /**
   * As {@link #of(String)}.
   *
   * @param expected which files may stand there, for a message
   */
  static ModelSource of(String nameOrFile, String expected) throws IOException {
    var reference = ReferenceNetwork.find(nameOrFile);
    if (reference.isPresent()) {
      return new OfZoo(reference.get());
    }
    Path file = Path.of(nameOrFile);
    if (!Files.exists(file)) {
      throw new IOException(
          nameOrFile
              + ": expected "
              + expected
              + " or a name of "
              + String.join(", ", ReferenceNetwork.ids())
              + ", found no such file");
    }
    return new OfFile(file);
  }

  /** A network that comes with Thimble. */
  record OfZoo(ReferenceNetwork reference) implements ModelSource {
    @Override
    public String name() {
      return reference.id();
    }

    @Override
    public String argument() {
      return reference.id();
    }

    @Override
    public Network network(Shape images) throws IOException {
      try (InputStream in = Zoo.checkpoint(reference)) {
        return ModelArchive.read(name(), in, images);
      }
    }

    @Override
    public OptionalLong splitSeed() throws IOException {
      return OptionalLong.of(Zoo.provenance(reference).seed());
    }

    @Override
    public boolean isFile(Path file) {
      return false;
    }
  }

  /** A {@code ModelSerializer} zip; {@code train} leaves its origin beside it. */
  record OfFile(Path file) implements ModelSource {
    @Override
    public String name() {
      return CheckpointFiles.stem(file);
    }

    @Override
    public String argument() {
      return file.toString();
    }

    @Override
    public Network network(Shape images) throws IOException {
      return ModelArchive.read(file, images);
    }

    @Override
    public OptionalLong splitSeed() throws IOException {
      Path origin = new CheckpointFiles(file).provenance();
      if (!Files.isRegularFile(origin)) {
        return OptionalLong.empty();
      }
      try (InputStream in = Files.newInputStream(origin)) {
        return OptionalLong.of(Provenance.fromJson(in).seed());
      } catch (JsonProcessingException e) {
        return OptionalLong.empty(); // a file of that name about something else
      }
    }

    @Override
    public boolean isFile(Path other) throws IOException {
      return Files.exists(other) && Files.isSameFile(file, other);
    }
  }
}
