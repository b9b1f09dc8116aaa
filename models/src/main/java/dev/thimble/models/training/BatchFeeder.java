/*
 * Copyright 2026 The Thimble Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.thimble.models.training;

import dev.thimble.models.data.ImageSet;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;

/**
 * Endless shuffled batches of labelled images, epoch after epoch, prepared ahead on a thread of its
 * own so that a second core distorts images while the first one trains.
 *
 * <p>The batches depend on images and options only, never on timing. One thread takes them; {@link
 * #close} ends the preparing thread.
 */
public final class BatchFeeder implements AutoCloseable {
  private static final int PREPARED_BATCHES = 4;
  private static final long POLL_MILLIS = 200;

  private final int batchesPerEpoch;
  private final BlockingQueue<Batch> prepared = new ArrayBlockingQueue<>(PREPARED_BATCHES);
  private final Thread thread;
  private volatile Throwable failure;

  /**
   * Begins to prepare batches.
   *
   * @throws IllegalArgumentException if the images have no labels
   */
  public BatchFeeder(ImageSet images, FeedOptions options) {
    if (!images.hasLabels()) {
      throw new IllegalArgumentException("training needs labels, these images have none");
    }
    batchesPerEpoch = BatchMaker.batchesPerEpoch(images, options.batchSize());
    BatchMaker maker = new BatchMaker(images, options);
    thread = new Thread(() -> prepare(maker), "thimble-batches");
    thread.setDaemon(true);
    thread.start();
  }

  private void prepare(BatchMaker maker) {
    try {
      while (true) {
        prepared.put(maker.next());
      }
    } catch (InterruptedException e) {
      // close() asks for the end this way.
      Thread.currentThread().interrupt();
    } catch (RuntimeException | Error e) {
      failure = e;
    }
  }

  /** Batches in one epoch. */
  public int batchesPerEpoch() {
    return batchesPerEpoch;
  }

  /**
   * The next batch; waits until it is ready.
   *
   * @throws InterruptedException if this thread is interrupted
   * @throws IllegalStateException if preparing failed, with the cause, or this feeder is closed
   */
  public Batch next() throws InterruptedException {
    while (true) {
      Batch batch = prepared.poll(POLL_MILLIS, TimeUnit.MILLISECONDS);
      if (batch != null) {
        return batch;
      }
      if (!thread.isAlive() && prepared.isEmpty()) {
        throw new IllegalStateException(
            failure == null ? "this feeder is closed" : "preparing a batch failed", failure);
      }
    }
  }

  /** Ends the preparing thread and drops what it prepared. Closing twice does nothing. */
  @Override
  public void close() {
    boolean interrupted = false;
    thread.interrupt();
    while (thread.isAlive()) {
      try {
        thread.join();
      } catch (InterruptedException e) {
        interrupted = true;
      }
    }
    prepared.clear();
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
