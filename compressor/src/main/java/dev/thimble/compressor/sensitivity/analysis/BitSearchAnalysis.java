/*
 * Copyright 2026 The Thimble Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.thimble.compressor.sensitivity.analysis;

import dev.thimble.compressor.dl4j.LossGradient;
import dev.thimble.compressor.dl4j.ParameterLayout.Segment;
import dev.thimble.compressor.network.IntegerWeights;
import dev.thimble.compressor.quantize.IntegerNetwork;
import dev.thimble.compressor.sensitivity.BitSearch;
import dev.thimble.compressor.sensitivity.BitSearch.Flip;
import dev.thimble.compressor.sensitivity.BitSearch.Threshold;
import dev.thimble.compressor.sensitivity.forward.IntegerEvaluator;
import java.util.ArrayList;
import java.util.List;

/**
 * Progressive bit search (Rakin et al., "Bit-Flip Attack", ICCV 2019, <a
 * href="https://arxiv.org/abs/1903.12269">arXiv:1903.12269</a>): in each layer the flip that raises
 * the loss most to first order is tried, the worst of these is kept, and so on. A weight whose flip
 * was tried in vain stays a candidate; one that was flipped does not flip back.
 */
final class BitSearchAnalysis {
  private static final int MAX_FLIPS = 128;
  private static final List<Double> THRESHOLDS = List.of(0.1, 0.5, 0.9);

  private final LossGradient loss;
  private final IntegerNetwork network;
  private final IntegerEvaluator search;
  private final IntegerEvaluator report;

  /**
   * A search to run.
   *
   * @param loss of the real network that the integers stand for
   * @param search on the images of the loss
   * @param report on the images that errors are reported for
   */
  BitSearchAnalysis(
      LossGradient loss, IntegerNetwork network, IntegerEvaluator search, IntegerEvaluator report) {
    this.loss = loss;
    this.network = network;
    this.search = search;
    this.report = report;
  }

  /** Gradients that {@link #run} takes at most. */
  static int gradients() {
    return MAX_FLIPS;
  }

  BitSearch run(Progress progress) throws InterruptedException {
    FaultyNetwork faulty = new FaultyNetwork(network);
    double[] parameters = loss.parameters();
    List<Flip> flips = new ArrayList<>();
    while (flips.size() < MAX_FLIPS && !reached(flips, THRESHOLDS.get(THRESHOLDS.size() - 1))) {
      LossGradient.Slope slope = loss.evaluate(parameters).slope();
      Candidate worst = worst(faulty, slope);
      if (worst == null) {
        break;
      }
      int before = faulty.level(worst.layer, worst.index);
      faulty.flip(worst.layer, worst.index, worst.bit);
      int after = faulty.level(worst.layer, worst.index);
      Segment segment = loss.layout().segments().get(worst.layer);
      parameters[segment.weightOffset() + worst.index] += scale(worst) * (after - before);
      flips.add(
          new Flip(
              network.weightedLayers().get(worst.layer).name(),
              worst.index / segment.columns(),
              worst.index % segment.columns(),
              worst.bit,
              before,
              after,
              worst.loss,
              report.evaluate(faulty.network()).error()));
      progress.step(flips.size(), MAX_FLIPS);
    }
    return new BitSearch(
        loss.samples(),
        flips,
        THRESHOLDS.stream().map(error -> new Threshold(error, flipsTo(flips, error))).toList());
  }

  private double scale(Candidate candidate) {
    IntegerWeights weights = network.weightedLayers().get(candidate.layer).weights();
    return weights.scales().get(candidate.index / weights.columns());
  }

  private static boolean reached(List<Flip> flips, double error) {
    return !flips.isEmpty() && flips.get(flips.size() - 1).error() >= error;
  }

  private static Integer flipsTo(List<Flip> flips, double error) {
    for (int i = 0; i < flips.size(); i++) {
      if (flips.get(i).error() >= error) {
        return i + 1;
      }
    }
    return null;
  }

  /** The best candidate of each layer is tried; the one with the highest loss, or null. */
  private Candidate worst(FaultyNetwork faulty, LossGradient.Slope slope) {
    Candidate worst = null;
    for (int layer = 0; layer < network.weightedLayers().size(); layer++) {
      Candidate candidate = steepest(faulty, slope, layer);
      if (candidate != null) {
        int level = faulty.level(layer, candidate.index);
        faulty.flip(layer, candidate.index, candidate.bit);
        candidate = candidate.withLoss(search.evaluate(faulty.network()).loss());
        faulty.set(layer, candidate.index, level);
        worst = worst == null || candidate.loss > worst.loss ? candidate : worst;
      }
    }
    return worst;
  }

  /**
   * The flip of a layer with the largest {@code slope · change of the weight}, if any is above 0.
   */
  private Candidate steepest(FaultyNetwork faulty, LossGradient.Slope slope, int layer) {
    IntegerWeights weights = network.weightedLayers().get(layer).weights();
    int offset = loss.layout().segments().get(layer).weightOffset();
    double largest = 0;
    Candidate best = null;
    for (int i = 0; i < weights.size(); i++) {
      int level = faulty.level(layer, i);
      if (level != weights.level(i)) {
        continue;
      }
      double gain = slope.get(offset + i) * weights.scales().get(i / weights.columns());
      for (int bit = 0; bit < FaultyNetwork.BITS; bit++) {
        double rise = gain * (FaultyNetwork.flipped(level, bit) - level);
        if (rise > largest) {
          largest = rise;
          best = new Candidate(layer, i, bit, 0);
        }
      }
    }
    return best;
  }

  /** A bit that may flip, and the loss that this would make. */
  private record Candidate(int layer, int index, int bit, double loss) {
    Candidate withLoss(double value) {
      return new Candidate(layer, index, bit, value);
    }
  }
}
