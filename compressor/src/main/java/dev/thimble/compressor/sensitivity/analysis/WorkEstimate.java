/*
 * Copyright 2026 The Thimble Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.thimble.compressor.sensitivity.analysis;

import dev.thimble.compressor.dl4j.LossGradient;
import dev.thimble.compressor.pipeline.Recipe;
import dev.thimble.compressor.sensitivity.Analysis;
import dev.thimble.compressor.sensitivity.forward.IntegerEvaluator;
import dev.thimble.compressor.sensitivity.forward.RealEvaluator;
import dev.thimble.compressor.sensitivity.forward.Variant;
import java.util.List;

/**
 * How long each analysis will take, from the time of one evaluation. Only the progress display
 * depends on it.
 */
final class WorkEstimate {
  static final int NOISE_SAMPLES = 2000;
  static final int SURFACE_SAMPLES = 1000;
  static final int FAULT_SAMPLES = 1000;

  /** Duration of a training step against that of an evaluation, a sample; as it was measured. */
  private static final double TRAINING = 6;

  /** Seconds to load the damaged copies of a file. */
  private static final double FILE_SECONDS = 2;

  private final Progress progress;
  private final SubjectNetwork subject;
  private final int samples;
  private double realSeconds;

  WorkEstimate(Progress progress, SubjectNetwork subject, int samples) {
    this.progress = progress;
    this.subject = subject;
    this.samples = samples;
  }

  void evaluations(RealEvaluator real, IntegerEvaluator integers) throws InterruptedException {
    int layers = subject.network().weightedLayers().size();
    Variant everything =
        new Variant().with(0, subject.network().weightedLayers().get(0).weights().effective());
    realSeconds = seconds(() -> real.evaluate(everything));
    double integerSeconds = seconds(() -> integers.evaluate(subject.integers()));
    for (WeightChange change : WeightChange.values()) {
      Analysis analysis =
          List.of(Analysis.BITS, Analysis.DENSITIES, Analysis.CODEBOOKS).get(change.ordinal());
      // Alone costs about half of an evaluation, as what comes before the layer is known.
      double each = 1.5 * layers * realSeconds + 2 * integerSeconds;
      progress.expect(analysis, change.steps().size() * each);
    }
    double perSample = realSeconds / samples;
    progress.expect(
        Analysis.NOISE,
        NoiseAnalysis.evaluations(layers) * perSample * Math.min(NOISE_SAMPLES, samples));
    progress.expect(
        Analysis.SURFACE,
        SurfaceAnalysis.evaluations() * perSample * Math.min(SURFACE_SAMPLES, samples));
    progress.expect(
        Analysis.MEMORY_FAULTS,
        MemoryFaultAnalysis.evaluations(layers)
            * integerSeconds
            * Math.min(FAULT_SAMPLES, samples)
            / samples);
    progress.expect(Analysis.FILE_FAULTS, FILE_SECONDS);
  }

  void gradients(LossGradient loss) throws InterruptedException {
    int layers = subject.network().weightedLayers().size();
    double gradient = seconds(() -> loss.evaluate(loss.parameters()));
    progress.expect(Analysis.CURVATURE, CurvatureAnalysis.gradients(layers) * gradient);
    progress.expect(Analysis.SHARPNESS, SharpnessAnalysis.gradients() * gradient);
    progress.expect(Analysis.BIT_SEARCH, BitSearchAnalysis.gradients() * gradient);
  }

  /** Two compressions with trainings like those of {@code recipe}. */
  void trainings(Recipe recipe, int images) {
    double perSample = realSeconds / samples;
    double seconds = 2 * RecipeComparison.epochs(recipe) * images * TRAINING * perSample;
    progress.expect(Analysis.COMPARISON, seconds);
  }

  /** The second time counts: the first one warms up. */
  private static double seconds(Work work) throws InterruptedException {
    work.run();
    long began = System.nanoTime();
    work.run();
    return (System.nanoTime() - began) / 1e9;
  }

  private interface Work {
    void run() throws InterruptedException;
  }
}
