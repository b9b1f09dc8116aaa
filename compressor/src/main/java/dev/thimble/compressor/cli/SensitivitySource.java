/*
 * Copyright 2026 The Thimble Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.thimble.compressor.cli;

import dev.thimble.compressor.network.Network;
import dev.thimble.compressor.network.Shape;
import dev.thimble.compressor.recipe.Recipes;
import dev.thimble.compressor.sensitivity.analysis.SubjectNetwork;
import dev.thimble.models.data.ImageSet;
import dev.thimble.runtime.Model;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalLong;

/** What a sensitivity analysis is about: a network, a file, or a file and the network behind it. */
final class SensitivitySource {
  private static final String NETWORK_OR_FILE =
      "a " + ArtifactFile.EXTENSION + " file, a Deeplearning4j zip";

  private final Optional<Path> file;
  private final Optional<ModelSource> network;

  private SensitivitySource(Optional<Path> file, Optional<ModelSource> network) {
    this.file = file;
    this.network = network;
  }

  /**
   * Finds what a command line names.
   *
   * @param original the network behind a file
   */
  static SensitivitySource of(String modelOrFile, Optional<String> original) throws IOException {
    if (modelOrFile.endsWith(ArtifactFile.EXTENSION)) {
      Path file = Path.of(modelOrFile);
      if (!Files.exists(file)) {
        throw new IOException(
            file + ": expected a " + ArtifactFile.EXTENSION + " file, found no such file");
      }
      Optional<ModelSource> network =
          original.isPresent() ? Optional.of(ModelSource.of(original.get())) : Optional.empty();
      return new SensitivitySource(Optional.of(file), network);
    }
    if (original.isPresent()) {
      throw new IOException(
          "--network is for a "
              + ArtifactFile.EXTENSION
              + " file, but "
              + modelOrFile
              + " is a network itself");
    }
    return new SensitivitySource(
        Optional.empty(), Optional.of(ModelSource.of(modelOrFile, NETWORK_OR_FILE)));
  }

  /** From which the report's name is made. */
  String name() {
    return file.map(SensitivitySource::stem).orElseGet(() -> network.orElseThrow().name());
  }

  private static String stem(Path path) {
    String name = path.getFileName().toString();
    return name.substring(0, name.length() - ArtifactFile.EXTENSION.length());
  }

  /** The network's name on a command line; empty if only a file is known. */
  Optional<String> networkName() {
    return network.map(ModelSource::argument);
  }

  /** The seed that split the network's training data, where that is known. */
  OptionalLong splitSeed() throws IOException {
    return network.isPresent() ? network.get().splitSeed() : OptionalLong.empty();
  }

  /** Reads everything. */
  SubjectNetwork read(ImageSet calibration) throws IOException {
    Shape images = new Shape(calibration.channels(), calibration.height(), calibration.width());
    Optional<Network> original =
        network.isPresent() ? Optional.of(network.get().network(images)) : Optional.empty();
    if (file.isEmpty()) {
      return SubjectNetwork.ofNetwork(
          name(),
          original.orElseThrow(),
          Recipes.defaultFor(original.orElseThrow()).quantize(),
          calibration);
    }
    Model checked = ArtifactFile.read(file.get());
    if (checked.inputSize() != images.size()) {
      throw new IOException(
          file.get()
              + ": expected a network for images of "
              + images
              + ", found one for "
              + checked.inputChannels()
              + "x"
              + checked.inputHeight()
              + "x"
              + checked.inputWidth());
    }
    try {
      return SubjectNetwork.ofFile(
          name(), file.get().toString(), Files.readAllBytes(file.get()), original);
    } catch (IllegalArgumentException e) {
      throw new IOException(file.get() + ": " + e.getMessage(), e);
    }
  }
}
