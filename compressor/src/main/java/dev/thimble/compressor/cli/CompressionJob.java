/*
 * Copyright 2026 The Thimble Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.thimble.compressor.cli;

import dev.thimble.compressor.artifact.Coding;
import dev.thimble.compressor.io.AtomicFile;
import dev.thimble.compressor.network.Network;
import dev.thimble.compressor.network.Shape;
import dev.thimble.compressor.pipeline.Compression;
import dev.thimble.compressor.pipeline.CompressionPipeline;
import dev.thimble.compressor.pipeline.Recipe;
import dev.thimble.compressor.recipe.Recipes;
import dev.thimble.compressor.report.CompressionReport;
import dev.thimble.compressor.report.FinalReport;
import dev.thimble.models.data.DataSource;
import dev.thimble.models.data.ImageShape;
import dev.thimble.models.training.SharpnessAwareness;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/** Compresses a network into a file and measures the file. All that can be checked early is. */
final class CompressionJob {
  private final ModelSource model;
  private final Optional<Recipe> chosen;
  private final Optional<SharpnessAwareness> sharpness;
  private final Optional<Coding> coder;
  private final long seed;
  private final CompressionDisplay display;

  /**
   * A compression to run.
   *
   * @param chosen the recipe; empty for the default of the network's family
   * @param sharpness what replaces the recipe's, in every stage that trains
   * @param coder the entropy coder; empty for the recipe's
   */
  CompressionJob(
      ModelSource model,
      Optional<Recipe> chosen,
      Optional<SharpnessAwareness> sharpness,
      Optional<Coding> coder,
      long seed,
      CompressionDisplay display) {
    this.model = model;
    this.chosen = chosen;
    this.sharpness = sharpness;
    this.coder = coder;
    this.seed = seed;
    this.display = display;
  }

  /**
   * Runs all stages, writes {@code output}, and measures it.
   *
   * @throws InterruptedException if this thread is interrupted; says so if there is a file already
   */
  CompressionReport run(DataSource source, Path output) throws IOException, InterruptedException {
    requireWritable(output);
    CompressionImages images = CompressionImages.of(source, model.splitSeed().orElse(seed));
    ImageShape shape = images.data().calibration().shape();
    Network network = model.network(new Shape(shape.channels(), shape.height(), shape.width()));
    Recipe named = chosen.isPresent() ? chosen.get() : Recipes.defaultFor(network);
    if (sharpness.isPresent() && !named.trains()) {
      throw new IOException(
          "--sam expects a recipe that trains, found " + named.name() + ", which does not");
    }
    Recipe sharp = sharpness.map(named::withSharpness).orElse(named);
    Recipe recipe = coder.map(sharp::withCoding).orElse(sharp);
    requireLabels(recipe, images);
    display.announce(model.name(), network, recipe, seed, images);
    Compression compression =
        CompressionPipeline.run(model.name(), network, recipe, images.data(), seed, display);
    if (Thread.interrupted()) {
      throw new InterruptedException();
    }
    AtomicFile.write(output, compression.artifact().bytes());
    return measure(compression, images, output);
  }

  private CompressionReport measure(Compression compression, CompressionImages images, Path output)
      throws IOException, InterruptedException {
    display.measuring();
    try {
      return new FinalReport(compression, images.validation(), images.test())
          .measure(model.name(), images.name(), output.toString(), ArtifactFile.read(output));
    } catch (InterruptedException e) {
      throw new InterruptedException(output + " is complete, but not measured");
    }
  }

  private void requireWritable(Path output) throws IOException {
    AtomicFile.checkWritable(output);
    if (model.isFile(output)) {
      throw new IOException(output + ": expected a file to write, found the model itself");
    }
  }

  private static void requireLabels(Recipe recipe, CompressionImages images) throws IOException {
    if (recipe.trains() && images.data().training().isEmpty()) {
      throw new IOException(
          images.name()
              + ": recipe "
              + recipe.name()
              + " expects labelled training images, found only calibration images"
              + " (--recipe int8 needs no more)");
    }
  }
}
