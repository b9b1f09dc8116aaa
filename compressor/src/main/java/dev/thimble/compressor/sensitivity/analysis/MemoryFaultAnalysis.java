/*
 * Copyright 2026 The Thimble Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.thimble.compressor.sensitivity.analysis;

import dev.thimble.compressor.quantize.IntegerNetwork;
import dev.thimble.compressor.sensitivity.Measurement;
import dev.thimble.compressor.sensitivity.MemoryFaults;
import dev.thimble.compressor.sensitivity.MemoryFaults.BitFaults;
import dev.thimble.compressor.sensitivity.MemoryFaults.FaultPoint;
import dev.thimble.compressor.sensitivity.MemoryFaults.LayerFaults;
import dev.thimble.compressor.sensitivity.forward.IntegerEvaluator;
import dev.thimble.models.data.SeededRandom;
import java.util.ArrayList;
import java.util.List;

/** Random bit flips in the decoded int8 weights: each bit flips on its own with a given rate. */
final class MemoryFaultAnalysis {
  private static final List<Double> RATES =
      List.of(1e-6, 3e-6, 1e-5, 3e-5, 1e-4, 3e-4, 1e-3, 3e-3, 1e-2, 3e-2, 1e-1);
  private static final int DRAWS = 8;
  private static final int PART_DRAWS = 3;
  private static final int ALL = -1;
  private static final long STREAM = 7;

  private final IntegerNetwork network;
  private final IntegerEvaluator evaluator;
  private final long seed;
  private final Measurement before;

  MemoryFaultAnalysis(IntegerNetwork network, IntegerEvaluator evaluator, long seed) {
    this.network = network;
    this.evaluator = evaluator;
    this.seed = seed;
    this.before = evaluator.evaluate(network).measurement();
  }

  /** Evaluations of the network that {@link #run} takes. */
  static int evaluations(int layers) {
    return RATES.size() * (DRAWS + PART_DRAWS * (layers + FaultyNetwork.BITS));
  }

  MemoryFaults run(Progress progress) throws InterruptedException {
    int layers = network.weightedLayers().size();
    int steps = evaluations(layers);
    List<FaultPoint> all = points(ALL, ALL, DRAWS, progress, 0, steps);
    int done = RATES.size() * DRAWS;
    List<LayerFaults> byLayer = new ArrayList<>();
    for (int layer = 0; layer < layers; layer++) {
      String name = network.weightedLayers().get(layer).name();
      byLayer.add(new LayerFaults(name, points(layer, ALL, PART_DRAWS, progress, done, steps)));
      done += RATES.size() * PART_DRAWS;
    }
    List<BitFaults> byBit = new ArrayList<>();
    for (int bit = 0; bit < FaultyNetwork.BITS; bit++) {
      byBit.add(new BitFaults(bit, points(ALL, bit, PART_DRAWS, progress, done, steps)));
      done += RATES.size() * PART_DRAWS;
    }
    return new MemoryFaults(before, all, byLayer, byBit);
  }

  private List<FaultPoint> points(
      int layer, int bit, int draws, Progress progress, int done, int steps)
      throws InterruptedException {
    List<FaultPoint> points = new ArrayList<>();
    for (double rate : RATES) {
      points.add(point(rate, layer, bit, draws));
      progress.step(done + points.size() * draws, steps);
    }
    return points;
  }

  private FaultPoint point(double rate, int onlyLayer, int onlyBit, int draws) {
    Spread errors = new Spread();
    long flips = 0;
    for (int draw = 0; draw < draws; draw++) {
      FaultyNetwork faulty = new FaultyNetwork(network);
      for (int layer = 0; layer < network.weightedLayers().size(); layer++) {
        if (onlyLayer == ALL || onlyLayer == layer) {
          SeededRandom random =
              SeededRandom.forPart(
                  seed, STREAM, layer, onlyLayer == ALL ? 0 : 1, onlyBit + 1, bits(rate), draw);
          flips += flip(faulty, layer, onlyBit, rate, random);
        }
      }
      errors.add(flips == 0 ? before.error() : evaluator.evaluate(faulty.network()).error());
    }
    return new FaultPoint(
        rate,
        draws,
        (double) flips / draws,
        errors.mean(),
        errors.shareInterval(),
        errors.largest());
  }

  private static long bits(double rate) {
    return Double.doubleToLongBits(rate);
  }

  /** Flips bits of a layer, skipping from one to the next by geometric gaps; returns how many. */
  private static long flip(
      FaultyNetwork faulty, int layer, int onlyBit, double rate, SeededRandom random) {
    long places = (long) faulty.weights(layer) * (onlyBit == ALL ? FaultyNetwork.BITS : 1);
    double logarithm = Math.log1p(-rate);
    long flips = 0;
    long place = -1;
    while (true) {
      double gap = Math.floor(Math.log(1 - random.nextDouble()) / logarithm);
      if (gap >= places - 1 - place) {
        return flips;
      }
      place += 1 + (long) gap;
      int bit = onlyBit == ALL ? (int) (place % FaultyNetwork.BITS) : onlyBit;
      int weight = (int) (onlyBit == ALL ? place / FaultyNetwork.BITS : place);
      faulty.flip(layer, weight, bit);
      flips++;
    }
  }
}
