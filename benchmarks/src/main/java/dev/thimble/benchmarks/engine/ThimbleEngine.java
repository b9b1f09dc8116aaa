/*
 * Copyright 2026 The Thimble Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.thimble.benchmarks.engine;

import dev.thimble.runtime.Model;
import dev.thimble.runtime.Session;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The runtime of this project. */
final class ThimbleEngine implements LoadedNetwork {
  private final Model model;

  private ThimbleEngine(Model model) {
    this.model = model;
  }

  static ThimbleEngine load(Path file) throws IOException {
    return new ThimbleEngine(Model.load(Files.readAllBytes(file)));
  }

  @Override
  public Inference newInference(TestImages images, int[] classes) {
    Session session = model.newSession();
    return classes.length == 1
        ? new OneImage(session, images, classes)
        : new Batch(session, images, classes);
  }

  @Override
  public void close() {
    // Nothing but heap.
  }

  private record OneImage(Session session, TestImages images, int[] classes) implements Inference {
    @Override
    public void run(int first) {
      classes[0] = session.classify(images.pixels(), first * images.size());
    }

    @Override
    public void close() {
      // Nothing but heap.
    }
  }

  /** Copies the images into one array first, as the other runtimes have to as well. */
  private static final class Batch implements Inference {
    private final Session session;
    private final TestImages images;
    private final int[] classes;
    private final byte[] pixels;

    Batch(Session session, TestImages images, int[] classes) {
      this.session = session;
      this.images = images;
      this.classes = classes;
      this.pixels = new byte[classes.length * images.size()];
    }

    @Override
    public void run(int first) {
      System.arraycopy(images.pixels(), first * images.size(), pixels, 0, pixels.length);
      session.classify(pixels, classes.length, classes);
    }

    @Override
    public void close() {
      // Nothing but heap.
    }
  }
}
