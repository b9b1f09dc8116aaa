/*
 * Copyright 2026 The Thimble Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.thimble.compressor.ratedistortion;

import dev.thimble.compressor.entropy.WeightCoder;
import dev.thimble.compressor.network.Network;
import dev.thimble.compressor.network.Weights;
import dev.thimble.compressor.quantize.Calibration;
import dev.thimble.compressor.quantize.IntegerNetwork;
import dev.thimble.compressor.quantize.IntegerWeightedLayer;
import dev.thimble.compressor.quantize.QuantizeOptions;
import dev.thimble.compressor.quantize.Quantizer;
import dev.thimble.models.data.ImageSet;
import dev.thimble.models.training.TrainingListener;
import dev.thimble.models.training.TrainingProgress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/**
 * Rate-distortion-optimised quantization of a trained network, as in DeepCABAC (Wiedemann et al.,
 * 2020, <a href="https://arxiv.org/abs/1907.11900">arXiv:1907.11900</a>), but with both sides
 * measured instead of modelled: weights are looked at in random order, and each takes the level,
 * among its own, its neighbours and 0, for which {@code mean loss + lambda * bits} is least. The
 * loss is the cross entropy of training images, mixed with distillation if wanted, and with a
 * standard error of the change for caution; the bits are those of the range code for the whole
 * network. Weights that are 0 stay 0.
 */
public final class RateDistortion {

  private static final int PROGRESS_STEPS = 1000;

  /** What a heap must hold beside the images that are kept: their pixels and networks. */
  private static final long OTHER_MEMORY = 200_000_000;

  /** What the garbage collector needs, as a factor of what is kept. */
  private static final double ROOM = 1.15;

  private static final int MEGABYTE = 1_000_000;

  /** A weight. */
  private record Place(int layer, int index) {}

  private final RateDistortionOptions options;
  private final TrainingListener listener;
  private final List<LevelLayer> layers = new ArrayList<>();
  private final TrialLoss loss;
  private double meanLoss;
  private double bits;

  private RateDistortion(
      Network network,
      Network teacher,
      ImageSet images,
      Calibration calibration,
      QuantizeOptions quantize,
      RateDistortionOptions options,
      TrainingListener listener) {
    this.options = options;
    this.listener = listener;
    Network quantized = new Quantizer(quantize).quantize(network);
    for (IntegerWeightedLayer layer :
        IntegerNetwork.of(quantized, calibration, quantize).weightedLayers()) {
      layers.add(new LevelLayer(layer));
    }
    loss = new TrialLoss(quantized, teacher, images, options.distillation());
    meanLoss = loss.loss();
    bits = bits();
  }

  /**
   * Refuses what the heap cannot hold.
   *
   * @param images training images that there are
   * @param heap bytes of memory that the heap can have
   * @throws IllegalArgumentException if that is not enough
   */
  public static void requireMemory(
      Network network, RateDistortionOptions options, int images, long heap) {
    int kept = Math.min(options.images(), images);
    long needed = OTHER_MEMORY + (long) (ROOM * TrialLoss.memory(network, kept));
    if (needed > heap) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "choosing levels with %,d images expects %,d MB of memory, found %,d MB; give more"
                  + " with JAVA_TOOL_OPTIONS=-Xmx%dm, or let the recipe take fewer images",
              kept,
              needed / MEGABYTE,
              heap / MEGABYTE,
              needed / (1 << 20) + 1));
    }
  }

  /**
   * Chooses the levels of a network anew.
   *
   * @param network with pruned weights that lie on a grid of few levels
   * @param teacher the original network, for the distillation
   * @param images training images on which the loss is measured
   * @param calibration ranges of the network's outputs, for the biases in integers
   * @return the network with pruned weights on the same grid
   * @throws InterruptedException if this thread is interrupted
   */
  public static Network optimize(
      Network network,
      Network teacher,
      ImageSet images,
      Calibration calibration,
      QuantizeOptions quantize,
      RateDistortionOptions options,
      long seed,
      TrainingListener listener)
      throws InterruptedException {
    RateDistortion search =
        new RateDistortion(network, teacher, images, calibration, quantize, options, listener);
    search.run(new Random(seed));
    return network.withWeights(search.weights());
  }

  private void run(Random random) throws InterruptedException {
    long began = System.nanoTime();
    for (int sweep = 1; sweep <= options.sweeps(); sweep++) {
      List<Place> order = order(random);
      for (int i = 1; i <= order.size(); i++) {
        if (Thread.interrupted()) {
          throw new InterruptedException();
        }
        look(order.get(i - 1));
        double done = (sweep - 1 + (double) i / order.size()) / options.sweeps();
        TrainingProgress progress = progress(sweep, done, System.nanoTime() - began);
        listener.onStep(progress);
        if (i == order.size()) {
          listener.onEpoch(progress);
        }
      }
    }
  }

  private TrainingProgress progress(int sweep, double done, long nanos) {
    Duration left = Duration.ofNanos((long) (nanos / done * (1 - done)));
    return new TrainingProgress(
        sweep,
        options.sweeps(),
        Math.round(done * PROGRESS_STEPS),
        PROGRESS_STEPS,
        meanLoss,
        Double.NaN,
        left);
  }

  private List<Place> order(Random random) {
    List<Place> order = new ArrayList<>();
    for (int layer = 0; layer < layers.size(); layer++) {
      for (int index : layers.get(layer).kept()) {
        order.add(new Place(layer, index));
      }
    }
    Collections.shuffle(order, random);
    return order;
  }

  private void look(Place place) {
    int layer = place.layer();
    int index = place.index();
    LevelLayer levels = layers.get(layer);
    int old = levels.level(index);
    int best = old;
    double bestCost = 0;
    double bestBits = bits;
    for (int level : levels.candidates(index)) {
      levels.set(index, level);
      double with = bits();
      levels.set(index, old);
      double rate = options.lambda() * (with - bits);
      double cost = rate + loss.growth(layer, index, levels.value(index, level), bestCost - rate);
      if (cost < bestCost) {
        best = level;
        bestCost = cost;
        bestBits = with;
      }
    }
    if (best != old) {
      meanLoss += loss.change(layer, index, levels.value(index, best));
      levels.set(index, best);
      bits = bestBits;
    }
  }

  private double bits() {
    return WeightCoder.rangeBits(layers.stream().map(LevelLayer::coded).toList());
  }

  private List<Weights> weights() {
    return layers.stream().map(LevelLayer::weights).toList();
  }
}
