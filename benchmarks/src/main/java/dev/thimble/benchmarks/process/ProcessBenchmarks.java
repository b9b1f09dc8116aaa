/*
 * Copyright 2026 The Thimble Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.thimble.benchmarks.process;

import ai.onnxruntime.OrtEnvironment;
import dev.thimble.benchmarks.engine.Engine;
import dev.thimble.benchmarks.engine.ModelFiles;
import dev.thimble.benchmarks.report.Measurement;
import dev.thimble.benchmarks.report.Subjects;
import dev.thimble.benchmarks.report.Suite;
import dev.thimble.runtime.Model;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * Start, memory and size. The programs of all runtimes are started in turn, round after round, so
 * that a change of the machine's mood meets all of them.
 */
public final class ProcessBenchmarks {
  private static final double NANOS_PER_MILLI = 1e6;
  private static final double MEGABYTE = 1e6;
  private static final double KILOBYTE = 1e3;

  private static final JavaProcess THIMBLE =
      new JavaProcess(StartThimble.class, List.of(), List.of(Model.class));
  private static final JavaProcess ONNX =
      new JavaProcess(StartOnnx.class, List.of(), List.of(OrtEnvironment.class));
  private static final JavaProcess HEAP =
      new JavaProcess(HeapProbe.class, List.of("-XX:+UseSerialGC"), List.of(Model.class));

  private final String network;
  private final ModelFiles files;

  /** One program with its model, and its runs so far. */
  private record Candidate(Engine engine, JavaProcess process, List<Timed> runs) {}

  private record Timed(StartResult result, long processNanos) {}

  public ProcessBenchmarks(String network, ModelFiles files) {
    this.network = network;
    this.files = files;
  }

  /** Fresh processes: time to the first answer, time to load, the whole process, memory. */
  public List<Measurement> start(int rounds) throws IOException, InterruptedException {
    List<Candidate> candidates =
        List.of(
            new Candidate(Engine.THIMBLE_SMALL, THIMBLE, new ArrayList<>()),
            new Candidate(Engine.THIMBLE_TINY, THIMBLE, new ArrayList<>()),
            new Candidate(Engine.THIMBLE_DENSE, THIMBLE, new ArrayList<>()),
            new Candidate(Engine.ONNX_INT8, ONNX, new ArrayList<>()));
    for (int round = 0; round <= rounds; round++) {
      for (Candidate candidate : candidates) {
        String model = candidate.engine().file(files).toString();
        JavaProcess.Run run = candidate.process().run(model, files.image().toString());
        if (round > 0) { // the first round fills the disk cache
          candidate.runs().add(new Timed(StartResult.parse(run.output()), run.nanos()));
        }
      }
    }
    List<Measurement> measurements = new ArrayList<>();
    for (Candidate candidate : candidates) {
      add(measurements, Suite.START, candidate, t -> t.result().answerNanos() / NANOS_PER_MILLI);
      add(measurements, Suite.LOAD, candidate, t -> t.result().loadNanos() / NANOS_PER_MILLI);
      add(measurements, Suite.PROCESS, candidate, t -> t.processNanos() / NANOS_PER_MILLI);
      add(measurements, Suite.RESIDENT, candidate, t -> t.result().residentBytes() / MEGABYTE);
    }
    return measurements;
  }

  private void add(
      List<Measurement> measurements,
      Suite suite,
      Candidate candidate,
      ToDoubleFunction<Timed> value) {
    double[] sorted = candidate.runs().stream().mapToDouble(value).sorted().toArray();
    double median = (sorted[(sorted.length - 1) / 2] + sorted[sorted.length / 2]) / 2;
    measurements.add(Measurement.of(suite, network, candidate.engine().title(), median));
  }

  /** Heap of a loaded model; the other runtimes keep theirs outside the heap. */
  public List<Measurement> heap() throws IOException, InterruptedException {
    return List.of(
        heap(Engine.THIMBLE_SMALL), heap(Engine.THIMBLE_TINY), heap(Engine.THIMBLE_DENSE));
  }

  private Measurement heap(Engine engine) throws IOException, InterruptedException {
    String model = engine.file(files).toString();
    String output = HEAP.run(model, files.image().toString()).output();
    double bytes = Double.parseDouble(output);
    return Measurement.of(Suite.HEAP, network, engine.title(), bytes / KILOBYTE);
  }

  /** What each runtime adds to a program. */
  public static List<Measurement> jars() throws IOException {
    return List.of(
        Measurement.of(
            Suite.JAR, "", Subjects.THIMBLE_JAR, Files.size(Jars.of(Model.class)) / KILOBYTE),
        Measurement.of(Suite.JAR, "", Subjects.ONNX_JARS, Jars.bytes("onnxruntime") / KILOBYTE),
        Measurement.of(
            Suite.JAR,
            "",
            Subjects.DEEPLEARNING4J_JARS,
            Jars.bytes("deeplearning4j", "nd4j", "bytedeco") / KILOBYTE));
  }
}
