/*
 * Copyright 2026 The Thimble Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.thimble.compressor.retrain;

import dev.thimble.compressor.dl4j.TrainableNetwork;
import dev.thimble.compressor.network.Network;
import dev.thimble.models.augment.AffineAugmentation;
import dev.thimble.models.data.ImageSet;
import dev.thimble.models.data.TrainingData;
import dev.thimble.models.training.Batch;
import dev.thimble.models.training.BatchFeeder;
import dev.thimble.models.training.FeedOptions;
import dev.thimble.models.training.TrainingListener;
import dev.thimble.models.training.TrainingProgress;
import java.time.Duration;
import java.util.Optional;

/**
 * Epochs of steps over shuffled, possibly distorted training images, with a look at the validation
 * images after each.
 */
public final class TrainingLoop {

  private static final int VALIDATION_BATCH = 500;

  private final TrainingData data;
  private final RetrainOptions options;
  private final long seed;
  private final TrainingListener listener;
  private final TrainingCheckpoint checkpoint;

  /**
   * A training to run.
   *
   * @param checkpoint where to begin, and who keeps how far it is
   */
  public TrainingLoop(
      TrainingData data,
      RetrainOptions options,
      long seed,
      TrainingListener listener,
      TrainingCheckpoint checkpoint) {
    this.data = data;
    this.options = options;
    this.seed = seed;
    this.listener = listener;
    this.checkpoint = checkpoint;
  }

  /**
   * Trains a copy of a network.
   *
   * @param start what to train
   * @param teacher the original network, from which the distillation learns
   * @param projection makes the projection once the trainable copy is known
   * @return the trained copy; the caller closes it
   * @throws InterruptedException if this thread is interrupted
   */
  public <P extends SteppedProjection> Trained<P> run(
      Network start, Network teacher, ProjectionFactory<P> projection) throws InterruptedException {
    Optional<AffineAugmentation> augmentation =
        options.augment() ? Optional.of(AffineAugmentation.DEFAULT) : Optional.empty();
    Optional<TrainingState> begin = checkpoint.start();
    int firstEpoch = begin.map(TrainingState::epochs).orElse(0);
    FeedOptions feed = new FeedOptions(options.batchSize(), seed, firstEpoch, augmentation);
    try (BatchFeeder batches = new BatchFeeder(data.training(), feed)) {
      int steps = Math.multiplyExact(batches.batchesPerEpoch(), options.epochs());
      TrainableNetwork net =
          new TrainableNetwork(
              start,
              teacher,
              options.distillation(),
              options.sharpness(),
              options.learningRate(),
              steps);
      boolean done = false;
      try {
        P projected = projection.create(net);
        if (begin.isPresent()) {
          begin.get().requireFits(batches.batchesPerEpoch(), options.epochs());
          net.restore(begin.get().optimizer());
          projected.restore(begin.get().projection());
        }
        train(net, projected, batches, steps, begin);
        done = true;
        return new Trained<>(net, projected);
      } finally {
        if (!done) {
          net.close();
        }
      }
    }
  }

  private void train(
      TrainableNetwork net,
      SteppedProjection projected,
      BatchFeeder batches,
      int steps,
      Optional<TrainingState> begin)
      throws InterruptedException {
    int stepsPerEpoch = batches.batchesPerEpoch();
    long began = System.nanoTime();
    double error = begin.map(TrainingState::validationError).orElse(Double.NaN);
    Duration before = begin.map(TrainingState::elapsed).orElse(Duration.ZERO);
    int first = begin.map(state -> state.optimizer().steps()).orElse(0);
    for (int step = first; step < steps; step++) {
      Batch batch = batches.next();
      projected.beforeStep(net.shadow(), step % stepsPerEpoch, (double) step / steps);
      double loss = net.step(batch.pixels(), batch.labels(), projected);
      boolean last = (step + 1) % stepsPerEpoch == 0;
      if (last) {
        error = error(net, projected, data.validation());
      }
      Duration elapsed = Duration.ofNanos(System.nanoTime() - began);
      Duration left = elapsed.dividedBy(step + 1 - first).multipliedBy(steps - step - 1);
      int epoch = step / stepsPerEpoch + 1;
      TrainingProgress progress =
          new TrainingProgress(epoch, options.epochs(), step + 1L, steps, loss, error, left);
      listener.onStep(progress);
      if (last) {
        checkpoint.keep(
            new TrainingState(epoch, before.plus(elapsed), error, net.state(), projected.state()));
        listener.onEpoch(progress);
      }
    }
  }

  private static double error(TrainableNetwork net, SteppedProjection projection, ImageSet images)
      throws InterruptedException {
    int size = images.shape().size();
    int wrong = 0;
    for (int first = 0; first < images.count(); first += VALIDATION_BATCH) {
      int count = Math.min(VALIDATION_BATCH, images.count() - first);
      float[] pixels = new float[count * size];
      for (int i = 0; i < count; i++) {
        images.copyScaled(first + i, pixels, i * size);
      }
      int[] classes = net.classify(pixels, count, projection);
      for (int i = 0; i < count; i++) {
        wrong += classes[i] == images.label(first + i) ? 0 : 1;
      }
    }
    return (double) wrong / images.count();
  }

  /** Makes the projection for a trainable copy. */
  public interface ProjectionFactory<P extends SteppedProjection> {
    P create(TrainableNetwork net);
  }

  /** What a training leaves. */
  public record Trained<P extends SteppedProjection>(TrainableNetwork net, P projection)
      implements AutoCloseable {
    @Override
    public void close() {
      net.close();
    }
  }
}
