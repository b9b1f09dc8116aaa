/*
 * Copyright 2026 The Thimble Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.thimble.benchmarks.jmh;

import dev.thimble.benchmarks.engine.Inference;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/** Time per image in batches of {@value #SIZE}, going round through all test images. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class Batch {
  /** Images of a batch. */
  public static final int SIZE = 256;

  /** What a thread has. */
  @State(Scope.Thread)
  public static class Worker {
    private final int[] classes = new int[SIZE];
    private Inference inference;
    private int last;
    private int next;

    @Setup
    public void prepare(Subject subject) {
      inference = subject.network().newInference(subject.images(), classes);
      last = subject.images().count() - SIZE;
    }

    @TearDown
    public void close() {
      inference.close();
    }
  }

  @Benchmark
  @OperationsPerInvocation(SIZE)
  public int[] classify(Worker worker) {
    worker.inference.run(worker.next);
    worker.next = worker.next + SIZE <= worker.last ? worker.next + SIZE : 0;
    return worker.classes;
  }
}
