/*
 * Copyright 2026 The Thimble Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.thimble.models.dl4j;

import dev.thimble.models.ReferenceNetwork;
import dev.thimble.models.data.ImageSet;
import dev.thimble.models.data.TrainingData;
import dev.thimble.models.training.Batch;
import dev.thimble.models.training.BatchFeeder;
import dev.thimble.models.training.FeedOptions;
import dev.thimble.models.training.TrainingListener;
import dev.thimble.models.training.TrainingOptions;
import dev.thimble.models.training.TrainingProgress;
import java.time.Duration;
import org.deeplearning4j.nn.conf.MultiLayerConfiguration;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.learning.config.Adam;
import org.nd4j.linalg.learning.config.IUpdater;

/**
 * Trains a reference network from scratch: Adam (Kingma and Ba, ICLR 2015), the rate falling along
 * a {@link CosineSchedule}, cross-entropy of the softmax, and on request sharpness-aware steps.
 *
 * <p>The weights of the epoch with the lowest validation error are kept, the later one of equals;
 * nothing else is looked at. The same data and options give the same weights on the same kind of
 * machine with one OpenMP thread ({@code OMP_NUM_THREADS=1}); another CPU may round differently.
 */
public final class Trainer {
  private final ReferenceNetwork kind;
  private final TrainingOptions options;
  private final TrainingListener listener;

  public Trainer(ReferenceNetwork kind, TrainingOptions options, TrainingListener listener) {
    this.kind = kind;
    this.options = options;
    this.listener = listener;
  }

  /**
   * Trains until all epochs are done or this thread is interrupted; an interrupt leaves the best
   * weights so far and this thread's interrupt status set.
   *
   * @throws InterruptedException if interrupted before the first epoch was validated
   * @throws IllegalArgumentException if the images do not suit the network
   */
  public TrainedNetwork train(TrainingData data) throws InterruptedException {
    FeedOptions feed =
        new FeedOptions(options.batchSize(), options.seed(), 0, options.augmentation());
    try (BatchFeeder feeder = new BatchFeeder(data.training(), feed)) {
      return new Run(data, feeder).run();
    }
  }

  private MultiLayerNetwork network(ImageSet images, IUpdater updater) {
    MultiLayerConfiguration configuration =
        LeNet.configuration(kind, images.shape(), images.classCount(), options.seed(), updater);
    MultiLayerNetwork network = new MultiLayerNetwork(configuration);
    network.init();
    return network;
  }

  /** One training under way. */
  private final class Run {
    private final TrainingData data;
    private final BatchFeeder feeder;
    private final long steps;
    private final MultiLayerNetwork network;
    private final long startNanos = System.nanoTime();
    private final TrainingStep step;
    private long stepsDone;
    private double validationError = Double.NaN;
    private double bestError = Double.POSITIVE_INFINITY;
    private int bestEpoch;
    private INDArray bestWeights;

    Run(TrainingData data, BatchFeeder feeder) {
      this.data = data;
      this.feeder = feeder;
      this.steps = (long) feeder.batchesPerEpoch() * options.epochs();
      CosineSchedule schedule = new CosineSchedule(options.learningRate(), steps);
      this.network = network(data.training(), new Adam(schedule));
      this.step =
          options.sharpness().isOn()
              ? new SharpnessAwareStep(network, options.sharpness())
              : network::fit;
    }

    TrainedNetwork run() throws InterruptedException {
      int epoch = 0;
      try {
        while (epoch < options.epochs()) {
          trainEpoch(epoch);
          epoch++;
          validate(epoch);
        }
      } catch (InterruptedException e) {
        if (bestWeights == null) {
          throw e;
        }
        Thread.currentThread().interrupt();
      }
      // Built anew, so that the checkpoint names plain Adam and not this project's schedule.
      MultiLayerNetwork best = network(data.training(), new Adam(options.learningRate()));
      best.setParams(bestWeights);
      return new TrainedNetwork(best, bestError, bestEpoch, epoch);
    }

    private void trainEpoch(int epoch) throws InterruptedException {
      int classCount = data.training().classCount();
      for (int i = 0; i < feeder.batchesPerEpoch(); i++) {
        if (Thread.interrupted()) {
          throw new InterruptedException();
        }
        Batch batch = feeder.next();
        step.fit(
            Batches.matrix(batch.pixels(), batch.size()),
            Batches.oneHot(batch.labels(), classCount));
        stepsDone++;
        listener.onStep(progress(epoch + 1));
      }
    }

    private void validate(int epoch) {
      validationError = ErrorRate.of(network, data.validation());
      if (validationError <= bestError) {
        bestError = validationError;
        bestEpoch = epoch;
        bestWeights = network.params().dup();
      }
      listener.onEpoch(progress(epoch));
    }

    private TrainingProgress progress(int epoch) {
      double secondsPerStep = (System.nanoTime() - startNanos) / 1e9 / stepsDone;
      Duration left = Duration.ofMillis(Math.round(secondsPerStep * (steps - stepsDone) * 1000));
      return new TrainingProgress(
          epoch, options.epochs(), stepsDone, steps, network.score(), validationError, left);
    }
  }
}
