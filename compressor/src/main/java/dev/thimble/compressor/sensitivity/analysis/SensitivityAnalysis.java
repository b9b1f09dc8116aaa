/*
 * Copyright 2026 The Thimble Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.thimble.compressor.sensitivity.analysis;

import dev.thimble.compressor.dl4j.LossGradient;
import dev.thimble.compressor.network.ConvolutionLayer;
import dev.thimble.compressor.network.Network;
import dev.thimble.compressor.network.WeightedLayer;
import dev.thimble.compressor.pipeline.Recipe;
import dev.thimble.compressor.recipe.Recipes;
import dev.thimble.compressor.sensitivity.Activations;
import dev.thimble.compressor.sensitivity.Analysis;
import dev.thimble.compressor.sensitivity.Baseline;
import dev.thimble.compressor.sensitivity.BitSearch;
import dev.thimble.compressor.sensitivity.Curvature;
import dev.thimble.compressor.sensitivity.FileFaults;
import dev.thimble.compressor.sensitivity.LossSurface;
import dev.thimble.compressor.sensitivity.MemoryFaults;
import dev.thimble.compressor.sensitivity.NoiseTolerance;
import dev.thimble.compressor.sensitivity.SensitivityReport;
import dev.thimble.compressor.sensitivity.Sharpness;
import dev.thimble.compressor.sensitivity.Skipped;
import dev.thimble.compressor.sensitivity.Subject;
import dev.thimble.compressor.sensitivity.Sweep;
import dev.thimble.compressor.sensitivity.Verdict;
import dev.thimble.compressor.sensitivity.Verdict.Comparison;
import dev.thimble.compressor.sensitivity.forward.IntegerEvaluator;
import dev.thimble.compressor.sensitivity.forward.RealEvaluator;
import dev.thimble.compressor.sensitivity.forward.Samples;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Runs all analyses on one network, one after the other, each on all processors. */
public final class SensitivityAnalysis {
  private final SubjectNetwork subject;
  private final AnalysisData data;
  private final AnalysisOptions options;
  private final VerdictCommand command;
  private final Recipe base;
  private final Progress progress;
  private final WorkEstimate estimate;
  private final List<Skipped> skipped = new ArrayList<>();
  private final Samples samples;
  private final RealEvaluator real;
  private final IntegerEvaluator integers;

  private SensitivityAnalysis(
      SubjectNetwork subject,
      AnalysisData data,
      AnalysisOptions options,
      VerdictCommand command,
      AnalysisListener listener)
      throws IOException {
    this.subject = subject;
    this.data = data;
    this.options = options;
    this.command = command;
    this.base = Recipes.defaultFor(subject.network());
    this.progress = new Progress(listener);
    this.samples = Samples.first(data.training().validation(), options.samples());
    this.real = new RealEvaluator(subject.network(), samples);
    this.integers = new IntegerEvaluator(samples);
    this.estimate = new WorkEstimate(progress, subject, samples.count());
  }

  /**
   * Runs everything.
   *
   * @param command how the verdict's recipe is going to be used
   * @throws InterruptedException if this thread is interrupted
   */
  public static SensitivityReport run(
      SubjectNetwork subject,
      AnalysisData data,
      AnalysisOptions options,
      VerdictCommand command,
      AnalysisListener listener)
      throws IOException, InterruptedException {
    return new SensitivityAnalysis(subject, data, options, command, listener).run();
  }

  private SensitivityReport run() throws IOException, InterruptedException {
    estimate.evaluations(real, integers);
    if (subject.original() && options.measuring() != Measuring.NONE) {
      estimate.trainings(measured(base), data.training().training().count());
    }
    Baseline baseline =
        new Baseline(
            real.original().measurement(),
            integers.evaluate(subject.file().bytes()).measurement(),
            subject.file().size());
    try (Gradients gradients = Gradients.of(subject, data.training().training(), skipped)) {
      gradients.estimate(estimate);
      Sweep bits = sweep(Analysis.BITS, WeightChange.BITS);
      Sweep densities = sweep(Analysis.DENSITIES, WeightChange.DENSITY);
      Sweep codebooks = sweep(Analysis.CODEBOOKS, WeightChange.CODEBOOK);
      NoiseTolerance noise = noise();
      LossSurface surface = surface();
      Activations activations = activations();
      Curvature curvature = curvature(gradients, bits);
      Sharpness sharpness = sharpness(gradients);
      MemoryFaults memoryFaults = memoryFaults();
      BitSearch bitSearch = bitSearch(gradients);
      FileFaults fileFaults = fileFaults();
      Verdict verdict = verdict(bits, densities, codebooks);
      progress.end();
      return new SensitivityReport(
          SensitivityReport.SCHEMA_VERSION,
          Notices.of(fileFaults, verdict.comparison(), options.maxDrop()),
          describe(),
          baseline,
          Ranking.of(bits, real.original().loss()),
          bits,
          densities,
          codebooks,
          curvature,
          noise,
          sharpness,
          surface,
          activations,
          memoryFaults,
          bitSearch,
          fileFaults,
          verdict,
          skipped);
    }
  }

  private Sweep sweep(Analysis analysis, WeightChange change) throws InterruptedException {
    progress.begin(analysis);
    return new SweepAnalysis(
            real, integers, data.seen().calibration(), base.quantize(), options.maxDrop())
        .run(change, progress);
  }

  private NoiseTolerance noise() throws InterruptedException {
    progress.begin(Analysis.NOISE);
    return new NoiseAnalysis(fewer(WorkEstimate.NOISE_SAMPLES), options.seed()).run(progress);
  }

  private LossSurface surface() throws InterruptedException {
    progress.begin(Analysis.SURFACE);
    return new SurfaceAnalysis(fewer(WorkEstimate.SURFACE_SAMPLES), options.seed()).run(progress);
  }

  private Activations activations() throws InterruptedException {
    progress.begin(Analysis.ACTIVATIONS);
    // A file's hidden scales are only known relative to each other, so it is its own reference.
    Network reference = subject.fileName().isPresent() ? subject.stand() : subject.network();
    return new ActivationAnalysis(
            reference, subject.integers(), data.training().validation(), samples.count())
        .run(progress);
  }

  private Curvature curvature(Gradients gradients, Sweep bits) throws InterruptedException {
    Optional<LossGradient> loss = gradients.ofNetwork();
    if (loss.isEmpty()) {
      return null;
    }
    progress.begin(Analysis.CURVATURE);
    return new CurvatureAnalysis(loss.get(), subject.network(), base.quantize(), options.seed())
        .run(bits, real.original().loss(), progress);
  }

  private Sharpness sharpness(Gradients gradients) throws InterruptedException {
    Optional<LossGradient> loss = gradients.ofNetwork();
    if (loss.isEmpty()) {
      return null;
    }
    progress.begin(Analysis.SHARPNESS);
    return new SharpnessAnalysis(loss.get()).run(progress);
  }

  private MemoryFaults memoryFaults() throws InterruptedException {
    progress.begin(Analysis.MEMORY_FAULTS);
    IntegerEvaluator evaluator =
        new IntegerEvaluator(
            Samples.first(
                data.training().validation(),
                Math.min(WorkEstimate.FAULT_SAMPLES, samples.count())));
    return new MemoryFaultAnalysis(subject.integers(), evaluator, options.seed()).run(progress);
  }

  private BitSearch bitSearch(Gradients gradients) throws InterruptedException {
    Optional<LossGradient> loss = gradients.ofIntegers();
    if (loss.isEmpty()) {
      return null;
    }
    progress.begin(Analysis.BIT_SEARCH);
    IntegerEvaluator search = new IntegerEvaluator(gradients.samples());
    return new BitSearchAnalysis(loss.get(), subject.integers(), search, integers).run(progress);
  }

  private FileFaults fileFaults() throws InterruptedException {
    progress.begin(Analysis.FILE_FAULTS);
    return new FileFaultAnalysis(subject.file(), options.seed()).run(progress);
  }

  private Verdict verdict(Sweep bits, Sweep densities, Sweep codebooks)
      throws IOException, InterruptedException {
    progress.begin(Analysis.VERDICT);
    VerdictAnalysis verdict = new VerdictAnalysis(bits, densities, codebooks);
    if (!subject.original()) {
      skipped.add(new Skipped(Analysis.RECIPE, Gradients.NEEDS_ORIGINAL));
      skipped.add(new Skipped(Analysis.COMPARISON, Gradients.NEEDS_ORIGINAL));
      return verdict.of(Optional.empty(), command, null);
    }
    VerdictRecipe limits = new VerdictRecipe(subject.network(), densities, codebooks);
    return verdict.of(Optional.of(limits.of(base)), command, comparison(limits));
  }

  private Comparison comparison(VerdictRecipe limits) throws IOException, InterruptedException {
    if (options.measuring() == Measuring.NONE) {
      skipped.add(new Skipped(Analysis.COMPARISON, "was not asked for"));
      return null;
    }
    progress.begin(Analysis.COMPARISON);
    Recipe reference = measured(base);
    try {
      return new RecipeComparison(subject.name(), subject.network(), data, samples, options.seed())
          .run(basis(reference), limits.of(reference), reference, progress);
    } catch (IllegalArgumentException e) {
      skipped.add(new Skipped(Analysis.COMPARISON, e.getMessage()));
      return null;
    }
  }

  private Recipe measured(Recipe recipe) throws IOException {
    return options.measuring() == Measuring.QUICK ? ShortRecipe.of(recipe) : recipe;
  }

  private String basis(Recipe reference) {
    String epochs = RecipeComparison.epochs(reference) + " epochs of training each";
    return options.measuring() == Measuring.QUICK
        ? "Both in a short form (recipe "
            + reference.name()
            + ", "
            + epochs
            + ", instead of "
            + RecipeComparison.epochs(base)
            + "), with and without the verdict's budgets for layers."
        : "Recipe "
            + reference.name()
            + " ("
            + epochs
            + "), with and without the verdict's budgets for layers.";
  }

  private RealEvaluator fewer(int limit) {
    return samples.count() <= limit
        ? real
        : new RealEvaluator(subject.network(), Samples.first(data.training().validation(), limit));
  }

  private Subject describe() {
    return new Subject(
        subject.name(),
        subject.fileName().orElse(null),
        subject.original(),
        data.name(),
        options.seed(),
        samples.count(),
        options.maxDrop(),
        subject.network().weightedLayers().stream().map(SensitivityAnalysis::describe).toList());
  }

  private static Subject.LayerSubject describe(WeightedLayer layer) {
    String kind = layer instanceof ConvolutionLayer ? "convolution" : "dense";
    return new Subject.LayerSubject(layer.name(), kind, layer.rows(), layer.columns());
  }
}
