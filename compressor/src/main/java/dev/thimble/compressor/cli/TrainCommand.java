/*
 * Copyright 2026 The Thimble Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.thimble.compressor.cli;

import dev.thimble.models.Provenance;
import dev.thimble.models.ReferenceNetwork;
import dev.thimble.models.data.DataSource;
import dev.thimble.models.training.TrainingOptions;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Trains a reference network and writes its checkpoint. */
@Command(
    name = "train",
    description = "Trains a reference network and writes a Deeplearning4j checkpoint.",
    footer = {
      "",
      "The epoch with the lowest validation error is kept. Ctrl-C writes the best so far."
    })
final class TrainCommand implements Callable<Integer> {
  private final Console console;

  @Spec private CommandSpec spec;

  @Parameters(paramLabel = "MODEL", description = "lenet-300-100 or lenet-5.")
  private String model;

  @Option(
      names = {"-o", "--output"},
      required = true,
      paramLabel = "FILE.zip",
      description = "Where to write the checkpoint; a FILE.json beside it tells its origin.")
  private Path output;

  @Option(names = "--json", description = "Print the origin as JSON instead of text.")
  private boolean json;

  @Mixin private TrainOptions options;

  @Mixin private DataOption data;

  TrainCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws IOException, InterruptedException {
    ReferenceNetwork network = network();
    TrainingJob job = new TrainingJob(network, trainingOptions(network), commandLine());
    DataSource source = data.source();
    Provenance provenance;
    try (TrainingDisplay display = new TrainingDisplay(console, network.id(), "epoch")) {
      provenance = job.run(source, display, new CheckpointFiles(output));
    }
    print(provenance);
    return ExitCode.OK;
  }

  private ReferenceNetwork network() {
    return ReferenceNetwork.find(model)
        .orElseThrow(
            () ->
                new ParameterException(
                    spec.commandLine(),
                    "no model "
                        + model
                        + ", there are "
                        + String.join(", ", ReferenceNetwork.ids())));
  }

  private TrainingOptions trainingOptions(ReferenceNetwork network) {
    try {
      return options.applyTo(network);
    } catch (IllegalArgumentException e) {
      throw new ParameterException(spec.commandLine(), e.getMessage(), e);
    }
  }

  private String commandLine() {
    return ShellLine.of(spec.root().commandLine().getParseResult().originalArgs());
  }

  private void print(Provenance provenance) {
    if (json) {
      console.out().print(new String(provenance.toJson(), StandardCharsets.UTF_8));
      return;
    }
    console
        .out()
        .printf(
            "%s: %d parameters, epoch %d of %d, validation error %.2f %%%s -> %s%n",
            provenance.model(),
            provenance.parameters(),
            provenance.bestEpoch(),
            provenance.epochs(),
            100 * provenance.validationError(),
            provenance.testError() == null
                ? ""
                : String.format(", test error %.2f %%", 100 * provenance.testError()),
            output);
  }
}
