/*
 * Copyright 2026 The Thimble Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.thimble.compressor.pipeline;

import dev.thimble.compressor.artifact.Artifact;
import dev.thimble.compressor.artifact.ArtifactOptions;
import dev.thimble.compressor.artifact.ArtifactWriter;
import dev.thimble.compressor.cluster.ClusterOptions;
import dev.thimble.compressor.cluster.Clusterer;
import dev.thimble.compressor.network.FloatNetwork;
import dev.thimble.compressor.network.Network;
import dev.thimble.compressor.prune.PruneOptions;
import dev.thimble.compressor.prune.PrunePlan;
import dev.thimble.compressor.prune.Pruner;
import dev.thimble.compressor.quantize.Calibration;
import dev.thimble.compressor.quantize.IntegerNetwork;
import dev.thimble.compressor.quantize.Quantizer;
import dev.thimble.compressor.ratedistortion.RateDistortion;
import dev.thimble.compressor.ratedistortion.RateDistortionOptions;
import dev.thimble.compressor.retrain.RetrainOptions;
import dev.thimble.compressor.retrain.Retrainer;
import dev.thimble.compressor.retrain.TrainingCheckpoint;
import dev.thimble.compressor.retrain.TrainingState;
import dev.thimble.compressor.structure.StructureReducer;
import dev.thimble.models.augment.AffineAugmentation;
import dev.thimble.models.data.ImageSet;
import dev.thimble.models.data.TrainingData;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Takes a network through the stages of a recipe. The same network, images, recipe and seed give
 * the same bytes (on one type of machine, as far as stages train).
 */
public final class CompressionPipeline {

  private final Recipe recipe;
  private final CompressionData data;
  private final long seed;
  private final PipelineListener listener;
  private final Checkpoint checkpoint;
  private final CompressionProgress kept;
  private final List<StageResult> results = new ArrayList<>();
  private CompressionProgress progress;

  private CompressionPipeline(
      Recipe recipe,
      CompressionData data,
      long seed,
      PipelineListener listener,
      Checkpoint checkpoint) {
    this.recipe = recipe;
    this.data = data;
    this.seed = seed;
    this.listener = listener;
    this.checkpoint = checkpoint;
    this.kept = checkpoint.start();
    this.progress = kept;
  }

  /**
   * Compresses a network.
   *
   * @param name how the file's provenance calls the network
   * @throws IllegalArgumentException if the recipe does not fit network or data, before any long
   *     work
   * @throws InterruptedException if this thread is interrupted
   */
  public static Compression run(
      String name,
      Network original,
      Recipe recipe,
      CompressionData data,
      long seed,
      PipelineListener listener)
      throws InterruptedException {
    return run(name, original, recipe, data, seed, listener, Checkpoint.NONE);
  }

  /**
   * Compresses a network, or goes on with a compression that was interrupted.
   *
   * @param checkpoint where to begin, and who keeps how far it is
   */
  public static Compression run(
      String name,
      Network original,
      Recipe recipe,
      CompressionData data,
      long seed,
      PipelineListener listener,
      Checkpoint checkpoint)
      throws InterruptedException {
    return goOn(name, original, original, recipe, data, seed, listener, checkpoint);
  }

  /**
   * Compresses a network further.
   *
   * @param original what distillation learns from
   * @param pruned what the retrain stage of another compression of it left
   * @param checkpoint where to begin, and who keeps how far it is
   */
  public static Compression goOn(
      String name,
      Network original,
      Network pruned,
      Recipe recipe,
      CompressionData data,
      long seed,
      PipelineListener listener,
      Checkpoint checkpoint)
      throws InterruptedException {
    RecipeCheck.check(original, recipe, data);
    return new CompressionPipeline(recipe, data, seed, listener, checkpoint)
        .run(name, original, pruned);
  }

  private Compression run(String name, Network original, Network start)
      throws InterruptedException {
    Network network = floating(Stage.ORIGINAL, () -> original);
    if (recipe.prune().isPresent()) {
      PrunePlan plan = PrunePlan.of(recipe.prune().get(), start);
      network = floating(Stage.PRUNE, () -> Pruner.prune(start, plan));
    }
    network = retrain(original, start, network);
    if (recipe.finetune().isPresent()) {
      Network retrained = network;
      network =
          floating(Stage.FINETUNE, () -> finetune(recipe.finetune().get(), original, retrained));
    }
    if (recipe.rate().isPresent()) {
      Network trained = network;
      network = floating(Stage.RATE, () -> rate(recipe.rate().get(), original, trained));
    }
    if (recipe.prune().isPresent()) {
      Network pruned = network;
      network = floating(Stage.REDUCE, () -> StructureReducer.reduce(pruned));
    }
    Network floats = network;
    network = integers(Stage.QUANTIZE, () -> new Quantizer(recipe.quantize()).quantize(floats));
    if (recipe.cluster().isPresent()) {
      Network quantized = network;
      ClusterOptions options = recipe.cluster().get();
      network = integers(Stage.CLUSTER, () -> cluster(options, quantized, original));
    }
    Artifact artifact = code(name);
    return new Compression(recipe, seed, results, artifact);
  }

  private Network retrain(Network original, Network from, Network pruned)
      throws InterruptedException {
    if (recipe.retrain().isEmpty()) {
      return pruned;
    }
    PrunePlan plan = PrunePlan.of(recipe.prune().orElse(PruneOptions.NONE), from);
    Network start = recipe.prune().isPresent() ? pruned : Pruner.prune(from, plan);
    Retrainer retrainer =
        new Retrainer(trainingData(), recipe.retrain().get(), recipe.quantize(), seed);
    return floating(
        Stage.RETRAIN,
        () ->
            retrainer.retrain(
                start, original, plan, listener.training(Stage.RETRAIN), training(Stage.RETRAIN)));
  }

  private Network finetune(RetrainOptions options, Network original, Network retrained)
      throws InterruptedException {
    Network settled = Pruner.settle(retrained);
    return new Retrainer(trainingData(), options, recipe.quantize().withTrainFrom(0), seed)
        .retrain(
            settled,
            original,
            PrunePlan.keeping(settled),
            listener.training(Stage.FINETUNE),
            training(Stage.FINETUNE));
  }

  private Network rate(RateDistortionOptions options, Network original, Network trained)
      throws InterruptedException {
    ImageSet all = trainingData().training();
    ImageSet images = all.first(Math.min(options.images(), all.count()));
    return RateDistortion.optimize(
        trained,
        original,
        options.augment() ? AffineAugmentation.DEFAULT.distorted(images, seed) : images,
        Calibration.fit(trained, data.calibration(), recipe.quantize()),
        recipe.quantize(),
        options,
        seed,
        listener.training(Stage.RATE));
  }

  private Network cluster(ClusterOptions options, Network quantized, Network original)
      throws InterruptedException {
    Clusterer clusterer = new Clusterer(options);
    return options.fineTuning().isEmpty()
        ? clusterer.cluster(quantized)
        : clusterer.fineTune(
            quantized,
            original,
            trainingData(),
            seed,
            listener.training(Stage.CLUSTER),
            training(Stage.CLUSTER));
  }

  private TrainingCheckpoint training(Stage stage) {
    return new TrainingCheckpoint() {
      @Override
      public Optional<TrainingState> start() {
        return kept.training(stage);
      }

      @Override
      public void keep(TrainingState state) throws InterruptedException {
        CompressionPipeline.this.keep(progress.with(stage, state));
      }
    };
  }

  private void keep(CompressionProgress now) throws InterruptedException {
    progress = now;
    if (!now.trainings().isEmpty()) {
      checkpoint.keep(now);
    }
  }

  private TrainingData trainingData() {
    return data.training().orElseThrow();
  }

  private Network floating(Stage stage, Step step) throws InterruptedException {
    long began = begin(stage);
    Network network = step.run();
    OptionalDouble error =
        error(stage, (pixels, labels) -> new FloatNetwork(network).errors(pixels, labels));
    end(stage, network, Optional.empty(), StageSize.bytes(network), error, began);
    return network;
  }

  private Network integers(Stage stage, Step step) throws InterruptedException {
    long began = begin(stage);
    Network network = step.run();
    Calibration calibration = Calibration.fit(network, data.calibration(), recipe.quantize());
    IntegerNetwork integers = IntegerNetwork.of(network, calibration, recipe.quantize());
    end(
        stage,
        network,
        Optional.of(integers),
        StageSize.bytes(network),
        error(stage, integers::errors),
        began);
    return network;
  }

  private Artifact code(String name) throws InterruptedException {
    long began = begin(Stage.CODE);
    StageResult last = results.get(results.size() - 1);
    SortedMap<String, String> origin =
        recipe.code().provenance() ? provenance(name, recipe, seed) : new TreeMap<>();
    ArtifactOptions options = new ArtifactOptions(recipe.code().coding(), origin);
    ImageSet checks = data.training().map(TrainingData::validation).orElse(data.calibration());
    byte[] checkPixels = pixels(checks, recipe.code().checkVectors());
    Artifact artifact =
        new ArtifactWriter(options).write(last.integers().orElseThrow(), checkPixels);
    end(
        Stage.CODE,
        last.network(),
        last.integers(),
        artifact.sizeBytes(),
        last.validationError(),
        began);
    return artifact;
  }

  /**
   * What a file says about where it comes from, in as few bytes as tell it: no name stands there
   * twice.
   *
   * @param name how it calls the network
   */
  public static SortedMap<String, String> provenance(String name, Recipe recipe, long seed) {
    SortedMap<String, String> provenance = new TreeMap<>();
    if (!recipe.name().startsWith(name + "-")) {
      provenance.put("network", name);
    }
    if (!recipe.name().equals(name)) {
      provenance.put("recipe", recipe.name());
    }
    provenance.put("seed", Long.toString(seed));
    return provenance;
  }

  private long begin(Stage stage) throws InterruptedException {
    if (Thread.interrupted()) {
      throw new InterruptedException();
    }
    listener.onBegin(stage);
    return System.nanoTime();
  }

  private void end(
      Stage stage,
      Network network,
      Optional<IntegerNetwork> integers,
      long sizeBytes,
      OptionalDouble error,
      long began)
      throws InterruptedException {
    Duration now = Duration.ofNanos(System.nanoTime() - began);
    Optional<FinishedStage> before = kept.finished(stage);
    Duration duration = before.map(FinishedStage::duration).orElse(kept.trained(stage).plus(now));
    StageResult result = new StageResult(stage, network, integers, sizeBytes, error, duration);
    results.add(result);
    if (before.isEmpty()) {
      keep(progress.with(new FinishedStage(stage, error, duration)));
    }
    listener.onEnd(result);
  }

  private OptionalDouble error(Stage stage, Errors counter) {
    Optional<FinishedStage> before = kept.finished(stage);
    if (before.isPresent()) {
      return before.get().validationError();
    }
    if (data.training().isEmpty()) {
      return OptionalDouble.empty();
    }
    ImageSet images = trainingData().validation();
    int wrong = counter.count(images.firstPixels(images.count()), images.labels());
    return OptionalDouble.of((double) wrong / images.count());
  }

  /** The first images, at most {@code limit} of them, one after the other. */
  private static byte[] pixels(ImageSet images, int limit) {
    return images.firstPixels(Math.min(limit, images.count()));
  }

  /** The work of a stage. */
  private interface Step {
    Network run() throws InterruptedException;
  }

  /** Counts wrongly classified images. */
  private interface Errors {
    int count(byte[] pixels, byte[] labels);
  }
}
