/*
 * Copyright 2026 The Thimble Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.thimble.compressor.report;

import dev.thimble.compressor.network.FloatNetwork;
import dev.thimble.compressor.network.Network;
import dev.thimble.compressor.network.WeightedLayer;
import dev.thimble.compressor.pipeline.Compression;
import dev.thimble.compressor.pipeline.Stage;
import dev.thimble.compressor.pipeline.StageResult;
import dev.thimble.compressor.recipe.RecipeJson;
import dev.thimble.models.data.ImageSet;
import dev.thimble.runtime.Model;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Measures a finished compression: the one place of a compression that sees test images. The file's
 * own error comes from its bytes through {@code runtime-lite}; it must equal the error that the
 * compressor's integer network makes.
 */
public final class FinalReport {

  private final Compression compression;
  private final Optional<ImageSet> validation;
  private final Optional<ImageSet> test;

  /**
   * A report to make.
   *
   * @param validation the images that the compression decided by
   * @param test images that it has never seen
   */
  public FinalReport(
      Compression compression, Optional<ImageSet> validation, Optional<ImageSet> test) {
    this.compression = compression;
    this.validation = validation;
    this.test = test;
  }

  /**
   * Measures all stages.
   *
   * @param model name of the network
   * @param data name of the images
   * @param file name of the written file
   * @param written the network as it was read from that file
   * @throws InterruptedException if this thread is interrupted
   */
  public CompressionReport measure(String model, String data, String file, Model written)
      throws InterruptedException {
    Double fileError = null;
    if (test.or(() -> validation).isPresent()) {
      fileError = Evaluation.of(written, test.or(() -> validation).get()).error();
    }
    return new CompressionReport(
        model,
        data,
        compression.seed(),
        RecipeJson.toTree(compression.recipe()),
        validation.map(ImageSet::count).orElse(0),
        test.map(ImageSet::count).orElse(0),
        file,
        compression.artifact().sizeBytes(),
        compression.artifact().headerBytes(),
        fileError,
        stages(fileError),
        Baseline.of(networkAfter(Stage.ORIGINAL).orElseThrow()),
        pruned().map(Baseline::of).orElse(null),
        originalWeights(),
        compression.artifact().layers(),
        coders(),
        compression.artifact().sections());
  }

  private List<CoderRow> coders() {
    StageResult last = compression.stages().get(compression.stages().size() - 1);
    return CoderRow.of(last.integers().orElseThrow().weightedLayers());
  }

  private Map<String, Integer> originalWeights() {
    Map<String, Integer> weights = new LinkedHashMap<>();
    for (WeightedLayer layer : networkAfter(Stage.ORIGINAL).orElseThrow().weightedLayers()) {
      weights.put(layer.name(), layer.weights().size());
    }
    return weights;
  }

  private List<StageRow> stages(Double fileError) throws InterruptedException {
    List<StageRow> rows = new ArrayList<>();
    double original = compression.stages().get(0).sizeBytes();
    for (StageResult result : compression.stages()) {
      if (Thread.interrupted()) {
        throw new InterruptedException();
      }
      boolean file = result.stage() == Stage.CODE && test.isPresent();
      rows.add(
          new StageRow(
              result.stage().id(),
              result.sizeBytes(),
              original / result.sizeBytes(),
              validationError(result),
              file ? fileError : testError(result),
              result.duration().toMillis() / 1e3));
    }
    requireAgreement(rows.get(rows.size() - 2), fileError);
    return rows;
  }

  /** The stage before the file computed the same integers. */
  private void requireAgreement(StageRow integers, Double fileError) {
    Double expected = test.isPresent() ? integers.testError() : integers.validationError();
    if (fileError != null && !fileError.equals(expected)) {
      throw new IllegalStateException(
          "the compressor's integer network has the error "
              + expected
              + ", the written file has "
              + fileError);
    }
  }

  private static Double validationError(StageResult result) {
    return result.validationError().isPresent() ? result.validationError().getAsDouble() : null;
  }

  private Double testError(StageResult result) {
    if (test.isEmpty()) {
      return null;
    }
    ImageSet images = test.get();
    byte[] pixels = images.firstPixels(images.count());
    byte[] labels = images.labels();
    int errors =
        result.integers().isPresent()
            ? result.integers().get().errors(pixels, labels)
            : new FloatNetwork(result.network()).errors(pixels, labels);
    return (double) errors / images.count();
  }

  /** What the last stage left before useless units went; empty if none ran until then. */
  private Optional<Network> pruned() {
    return compression.stages().stream()
        .filter(result -> result.stage() != Stage.ORIGINAL)
        .filter(result -> result.stage().compareTo(Stage.REDUCE) < 0)
        .map(StageResult::network)
        .reduce((before, after) -> after);
  }

  private Optional<Network> networkAfter(Stage stage) {
    return compression.stages().stream()
        .filter(result -> result.stage() == stage)
        .map(StageResult::network)
        .findFirst();
  }
}
