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
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/** Time of one image, going round through all test images. */
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class OneImage {

  /** What a thread has. */
  @State(Scope.Thread)
  public static class Worker {
    private final int[] classes = new int[1];
    private Inference inference;
    private int count;
    private int next;

    @Setup
    public void prepare(Subject subject) {
      inference = subject.network().newInference(subject.images(), classes);
      count = subject.images().count();
    }

    @TearDown
    public void close() {
      inference.close();
    }
  }

  @Benchmark
  public int classify(Worker worker) {
    worker.inference.run(worker.next);
    worker.next = worker.next + 1 < worker.count ? worker.next + 1 : 0;
    return worker.classes[0];
  }
}
