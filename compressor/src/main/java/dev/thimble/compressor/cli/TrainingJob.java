/*
 * Copyright 2026 The Thimble Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.thimble.compressor.cli;

import dev.thimble.models.Provenance;
import dev.thimble.models.ReferenceNetwork;
import dev.thimble.models.data.DataSource;
import dev.thimble.models.data.ImageSet;
import dev.thimble.models.data.TrainingData;
import dev.thimble.models.dl4j.TrainedNetwork;
import dev.thimble.models.dl4j.Trainer;
import dev.thimble.models.training.TrainingListener;
import dev.thimble.models.training.TrainingOptions;
import java.io.IOException;
import java.util.Optional;

/** Trains a reference network, measures it on the test images, and writes it with its origin. */
final class TrainingJob {
  private final ReferenceNetwork network;
  private final TrainingOptions options;
  private final String command;

  /**
   * A training to run.
   *
   * @param command the command line, for the provenance
   */
  TrainingJob(ReferenceNetwork network, TrainingOptions options, String command) {
    this.network = network;
    this.options = options;
    this.command = command;
  }

  /** Runs to the end, or until this thread is interrupted, and writes the best epoch. */
  Provenance run(DataSource source, TrainingListener listener, CheckpointFiles files)
      throws IOException, InterruptedException {
    files.checkWritable();
    TrainingData data = source.training(options.seed());
    // Read now so that damage shows before the long work; looked at only after it.
    Optional<ImageSet> test = source.hasTest() ? Optional.of(source.test()) : Optional.empty();
    TrainedNetwork trained = new Trainer(network, options, listener).train(data);
    // An interrupt has done its work; left set, it would close the files being written.
    Thread.interrupted();
    Provenance provenance =
        new Provenance(
            network.id(),
            command,
            source.name(),
            options.seed(),
            trained.epochsDone(),
            trained.bestEpoch(),
            options.batchSize(),
            options.learningRate(),
            options.augmentation().isPresent(),
            options.sharpness().isOn() ? options.sharpness().radius() : null,
            trained.parameterCount(),
            data.validation().count(),
            trained.validationError(),
            test.map(ImageSet::count).orElse(0),
            test.map(trained::error).orElse(null));
    files.write(trained, provenance);
    return provenance;
  }
}
