/*
 * Copyright 2026 The Thimble Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.thimble.compressor.cli;

import dev.thimble.compressor.pipeline.PipelineListener;
import dev.thimble.compressor.pipeline.Stage;
import dev.thimble.compressor.pipeline.StageResult;
import dev.thimble.compressor.report.Figures;
import dev.thimble.models.data.ImageSet;
import dev.thimble.models.data.TrainingData;
import dev.thimble.models.training.TrainingListener;
import java.util.Optional;

/** Shows a compression as it goes: a line for each stage, and a bar while a stage trains. */
final class CompressionDisplay implements PipelineListener, AutoCloseable {
  private final Console console;
  private String heading = "";
  private Optional<TrainingDisplay> training = Optional.empty();

  CompressionDisplay(Console console) {
    this.console = console;
  }

  /** Takes note of what is about to be done, to say it when the first stage begins. */
  void announce(PreparedCompression prepared) {
    heading =
        String.format(
            "%s, %s weights and biases; recipe %s, seed %d\n%s: %s\n",
            prepared.name(),
            Figures.count(prepared.network().parameters()),
            prepared.recipe().name(),
            prepared.seed(),
            prepared.images().name(),
            describe(prepared.images()));
  }

  /** Takes note of a line to say when the next stage begins. */
  void announce(String line) {
    heading += line + "\n";
  }

  private static String describe(CompressionImages images) {
    String seen =
        images
            .data()
            .training()
            .map(CompressionDisplay::describe)
            .orElse(images.data().calibration().count() + " calibration images");
    return seen
        + ", "
        + images.test().map(ImageSet::count).map(Figures::count).orElse("no")
        + " test images";
  }

  private static String describe(TrainingData data) {
    return Figures.count(data.training().count())
        + " training, "
        + Figures.count(data.validation().count())
        + " validation";
  }

  @Override
  public void onBegin(Stage stage) {
    console.err().print(heading);
    heading = "";
    console.transientLine(stage.id() + " ...");
  }

  @Override
  public TrainingListener training(Stage stage) {
    close();
    training =
        Optional.of(
            new TrainingDisplay(console, stage.id(), stage == Stage.RATE ? "sweep" : "epoch"));
    return training.get();
  }

  @Override
  public void onEnd(StageResult result) {
    close();
    String error =
        result.validationError().isPresent()
            ? String.format(
                "validation error %7s", Figures.percent(result.validationError().getAsDouble()))
            : "";
    console
        .err()
        .printf(
            "%-9s %11s bytes  %s  %7s%n",
            result.stage().id(),
            Figures.count(result.sizeBytes()),
            error,
            Durations.format(result.duration()));
  }

  /** The file is written and is now measured. */
  void measuring() {
    console.transientLine("measuring ...");
  }

  @Override
  public void close() {
    training.ifPresent(TrainingDisplay::close);
    training = Optional.empty();
    console.transientLine("");
  }
}
