/*
 * Copyright 2026 The Thimble Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.thimble.compressor.sensitivity.analysis;

import dev.thimble.compressor.sensitivity.LossSurface;
import dev.thimble.compressor.sensitivity.LossSurface.LinePoint;
import dev.thimble.compressor.sensitivity.LossSurface.LossLine;
import dev.thimble.compressor.sensitivity.LossSurface.LossPlane;
import dev.thimble.compressor.sensitivity.forward.Outcome;
import dev.thimble.compressor.sensitivity.forward.RealEvaluator;
import dev.thimble.compressor.sensitivity.forward.Variant;
import dev.thimble.models.data.SeededRandom;
import java.util.ArrayList;
import java.util.List;

/** The loss around the weights, along two random directions and over the plane between them. */
final class SurfaceAnalysis {
  private static final int DIRECTIONS = 2;

  /** Steps from the middle to an end; the ends are at −1 and 1. */
  private static final int LINE_STEPS = 20;

  private static final int PLANE_STEPS = 8;
  private static final long STREAM = 5;

  private final RealEvaluator evaluator;
  private final FilterNoise noise;
  private final int layers;
  private final List<List<float[]>> directions = new ArrayList<>(); // [direction][layer]

  SurfaceAnalysis(RealEvaluator evaluator, long seed) {
    this.evaluator = evaluator;
    this.noise = new FilterNoise(evaluator.network());
    this.layers = evaluator.network().weightedLayers().size();
    for (int direction = 0; direction < DIRECTIONS; direction++) {
      List<float[]> parts = new ArrayList<>();
      for (int layer = 0; layer < layers; layer++) {
        SeededRandom random = SeededRandom.forPart(seed, STREAM, direction, layer);
        parts.add(noise.direction(layer, random));
      }
      directions.add(parts);
    }
  }

  /** Evaluations of the whole network that {@link #run} takes. */
  static int evaluations() {
    int side = 2 * PLANE_STEPS + 1;
    return side * side + DIRECTIONS * (2 * LINE_STEPS + 1);
  }

  LossSurface run(Progress progress) throws InterruptedException {
    int steps = DIRECTIONS + 2 * PLANE_STEPS + 1;
    List<LossLine> lines = new ArrayList<>();
    for (int direction = 0; direction < DIRECTIONS; direction++) {
      lines.add(line(direction));
      progress.step(direction + 1, steps);
    }
    List<Double> positions = positions(PLANE_STEPS);
    List<List<Double>> losses = new ArrayList<>();
    for (double y : positions) {
      List<Double> row = new ArrayList<>();
      for (double x : positions) {
        row.add(at(x, y).loss());
      }
      losses.add(row);
      progress.step(DIRECTIONS + losses.size(), steps);
    }
    LossPlane plane = new LossPlane(positions, losses);
    return new LossSurface(evaluator.samples().count(), lines, plane);
  }

  private LossLine line(int direction) {
    List<LinePoint> points = new ArrayList<>();
    for (double position : positions(LINE_STEPS)) {
      Outcome outcome = direction == 0 ? at(position, 0) : at(0, position);
      points.add(new LinePoint(position, outcome.loss(), outcome.error()));
    }
    return new LossLine("random direction " + (direction + 1), points);
  }

  private static List<Double> positions(int steps) {
    List<Double> positions = new ArrayList<>();
    for (int step = -steps; step <= steps; step++) {
      positions.add((double) step / steps);
    }
    return positions;
  }

  private Outcome at(double x, double y) {
    Variant variant = new Variant();
    for (int layer = 0; layer < layers; layer++) {
      float[] weights = noise.moved(layer, directions.get(0).get(layer), x);
      float[] second = directions.get(1).get(layer);
      for (int i = 0; i < weights.length; i++) {
        weights[i] += (float) (y * second[i]);
      }
      variant = variant.with(layer, weights);
    }
    return evaluator.evaluate(variant);
  }
}
