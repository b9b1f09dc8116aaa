/*
 * Copyright 2026 The Thimble Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.thimble.compressor.dl4j;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Threads that work on the parts of some samples at the same time. */
final class PartThreads implements AutoCloseable {
  private final String work;
  private final ExecutorService threads;

  /**
   * Starts no thread before there is work.
   *
   * @param name of the threads
   * @param work what messages call it
   */
  PartThreads(String name, String work, int count) {
    this.work = work;
    threads =
        Executors.newFixedThreadPool(
            count,
            task -> {
              Thread thread = new Thread(task, name);
              thread.setDaemon(true);
              return thread;
            });
  }

  /** Does all parts and returns their results in order. */
  <T> List<T> run(List<Callable<T>> parts) throws InterruptedException {
    List<Future<T>> running = new ArrayList<>();
    for (Callable<T> part : parts) {
      running.add(threads.submit(part));
    }
    List<T> results = new ArrayList<>();
    for (Future<T> part : running) {
      results.add(join(part));
    }
    return results;
  }

  private <T> T join(Future<T> part) throws InterruptedException {
    try {
      return part.get();
    } catch (ExecutionException e) {
      throw new IllegalStateException(work + " failed: " + e.getCause().getMessage(), e.getCause());
    }
  }

  @Override
  public void close() {
    threads.shutdownNow();
  }
}
