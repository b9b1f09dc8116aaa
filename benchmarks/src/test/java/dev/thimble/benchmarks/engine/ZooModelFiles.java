/*
 * Copyright 2026 The Thimble Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.thimble.benchmarks.engine;

import dev.thimble.models.ReferenceNetwork;
import dev.thimble.models.data.DataSource;
import dev.thimble.models.data.ImageSet;
import java.io.IOException;
import java.nio.file.Path;

/** Files of a trained network, calibrated with the test images. */
public final class ZooModelFiles {
  private ZooModelFiles() {}

  public static ModelFiles write(ReferenceNetwork network, Path directory) throws IOException {
    ModelFiles files = new ModelFiles(directory);
    ImageSet images = DataSource.bundledMnist().test();
    new ModelPreparation(images, images).write(network, files);
    return files;
  }
}
