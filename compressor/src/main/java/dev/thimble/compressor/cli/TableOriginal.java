/*
 * Copyright 2026 The Thimble Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.thimble.compressor.cli;

import dev.thimble.compressor.network.Network;
import dev.thimble.compressor.network.Shape;
import dev.thimble.compressor.pipeline.Recipe;
import dev.thimble.compressor.recipe.Recipes;
import dev.thimble.compressor.report.tables.TableNetwork;
import dev.thimble.models.CompressedNetwork;
import dev.thimble.models.ReferenceNetwork;
import dev.thimble.models.data.DataSource;
import dev.thimble.models.data.ImageSet;
import dev.thimble.models.data.ImageShape;
import dev.thimble.models.data.TrainingData;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * A network that the tables are about, with all its images.
 *
 * @param reference which one
 * @param network as it was trained
 * @param images the images of its compressions
 * @param test the test images
 */
record TableOriginal(
    ReferenceNetwork reference, Network network, CompressionImages images, ImageSet test) {

  /**
   * Reads network and images.
   *
   * @throws IOException if there are no labelled training images or no test images
   */
  static TableOriginal of(ReferenceNetwork reference, DataSource source) throws IOException {
    ModelSource model = new ModelSource.OfZoo(reference);
    CompressionImages images = CompressionImages.of(source, model.splitSeed().orElseThrow());
    if (images.data().training().isEmpty()) {
      throw new IOException(
          source.name()
              + ": tables expect labelled training images, found only calibration images");
    }
    ImageSet test = images.test().isPresent() ? images.test().get() : source.test();
    ImageShape shape = test.shape();
    Network network = model.network(new Shape(shape.channels(), shape.height(), shape.width()));
    return new TableOriginal(reference, network, images, test);
  }

  /** The recipes of its rows: its default one, and those whose files come with Thimble. */
  List<Recipe> recipes() throws IOException {
    List<Recipe> recipes = new ArrayList<>(List.of(Recipes.defaultFor(network)));
    for (CompressedNetwork shipped : CompressedNetwork.of(reference)) {
      recipes.add(Recipes.find(shipped.id()));
    }
    return recipes;
  }

  /** What measures it and its files. */
  TableNetwork forTables() {
    return new TableNetwork(
        reference,
        network,
        images.data().training().map(TrainingData::validation).orElseThrow(),
        test);
  }
}
