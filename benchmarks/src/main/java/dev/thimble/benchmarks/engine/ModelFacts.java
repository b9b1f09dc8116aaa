/*
 * Copyright 2026 The Thimble Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.thimble.benchmarks.engine;

import dev.thimble.benchmarks.report.Measurement;
import dev.thimble.benchmarks.report.Subjects;
import dev.thimble.benchmarks.report.Suite;
import dev.thimble.runtime.Model;
import dev.thimble.runtime.ModelDescription;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;

/** What is known of a network's files without a clock: sizes, and errors on the test images. */
public final class ModelFacts {
  private static final int BATCH = 100;
  private static final double KILOBYTE = 1e3;

  private ModelFacts() {}

  /**
   * Sizes and errors for all engines.
   *
   * @param count of the first test images to classify; a multiple of {@value #BATCH} is used
   */
  public static List<Measurement> of(String network, ModelFiles files, int count)
      throws IOException {
    List<Measurement> facts = new ArrayList<>();
    TestImages images = TestImages.load();
    int batches = Math.min(count, images.count()) / BATCH;
    for (Engine engine : Engine.values()) {
      double kilobytes = Files.size(engine.file(files)) / KILOBYTE;
      facts.add(Measurement.of(Suite.FILE, network, engine.title(), kilobytes));
      try (LoadedNetwork loaded = engine.load(files)) {
        double percent = errorPercent(loaded, images, batches);
        facts.add(Measurement.of(Suite.ERROR, network, engine.title(), percent));
      }
    }
    facts.add(Measurement.of(Suite.HEAP, network, Subjects.WEIGHTS, weights(files) / KILOBYTE));
    return facts;
  }

  private static double errorPercent(LoadedNetwork network, TestImages images, int batches) {
    int wrong = 0;
    int[] classes = new int[BATCH];
    try (Inference inference = network.newInference(images, classes)) {
      for (int first = 0; first < batches * BATCH; first += BATCH) {
        inference.run(first);
        for (int i = 0; i < BATCH; i++) {
          wrong += classes[i] == images.label(first + i) ? 0 : 1;
        }
      }
    }
    return 100.0 * wrong / (batches * BATCH);
  }

  private static long weights(ModelFiles files) throws IOException {
    long weights = 0;
    for (ModelDescription.Layer layer :
        Model.load(Files.readAllBytes(files.dense())).description().layers()) {
      weights += layer.totalWeights();
    }
    return weights;
  }
}
