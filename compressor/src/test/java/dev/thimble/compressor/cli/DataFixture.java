/*
 * Copyright 2026 The Thimble Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.thimble.compressor.cli;

import dev.thimble.models.data.DataSource;
import dev.thimble.models.data.ImageSet;
import dev.thimble.models.data.TrainingData;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A directory of IDX files with the first few hundred images of MNIST. */
final class DataFixture {
  private static final TrainingData MNIST;
  private static final ImageSet MNIST_TEST;

  static {
    try {
      MNIST = DataSource.bundledMnist().training(1);
      MNIST_TEST = DataSource.bundledMnist().test();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private final Path directory;

  /** An empty directory inside {@code parent}. */
  DataFixture(Path parent) throws IOException {
    directory = Files.createTempDirectory(parent, "data");
  }

  Path directory() {
    return directory;
  }

  Path file(String name) {
    return directory.resolve(name);
  }

  DataFixture training(int count) throws IOException {
    return labelled("train", MNIST.training().first(count));
  }

  DataFixture test(int count) throws IOException {
    return labelled("t10k", MNIST_TEST.first(count));
  }

  DataFixture calibration(int count) throws IOException {
    images("calibration", MNIST.training().first(count));
    return this;
  }

  private DataFixture labelled(String prefix, ImageSet set) throws IOException {
    images(prefix, set);
    byte[] labels = new byte[set.count()];
    for (int i = 0; i < labels.length; i++) {
      labels[i] = (byte) set.label(i);
    }
    write(prefix + "-labels-idx1-ubyte", labels, labels.length);
    return this;
  }

  private void images(String prefix, ImageSet set) throws IOException {
    int size = set.shape().size();
    byte[] pixels = new byte[set.count() * size];
    for (int i = 0; i < set.count(); i++) {
      set.copyPixels(i, pixels, i * size);
    }
    write(prefix + "-images-idx3-ubyte", pixels, set.count(), set.height(), set.width());
  }

  /** Writes an IDX file of bytes. */
  void write(String name, byte[] content, int... dimensions) throws IOException {
    try (DataOutputStream out = new DataOutputStream(Files.newOutputStream(file(name)))) {
      out.writeInt(0x0800 | dimensions.length);
      for (int dimension : dimensions) {
        out.writeInt(dimension);
      }
      out.write(content);
    }
  }
}
