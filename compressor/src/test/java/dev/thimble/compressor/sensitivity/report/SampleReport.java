/*
 * Copyright 2026 The Thimble Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.thimble.compressor.sensitivity.report;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.thimble.compressor.sensitivity.Activations;
import dev.thimble.compressor.sensitivity.Activations.LayerActivations;
import dev.thimble.compressor.sensitivity.Analysis;
import dev.thimble.compressor.sensitivity.Baseline;
import dev.thimble.compressor.sensitivity.BitSearch;
import dev.thimble.compressor.sensitivity.Curvature;
import dev.thimble.compressor.sensitivity.FileFaults;
import dev.thimble.compressor.sensitivity.Interval;
import dev.thimble.compressor.sensitivity.LossSurface;
import dev.thimble.compressor.sensitivity.Measurement;
import dev.thimble.compressor.sensitivity.MemoryFaults;
import dev.thimble.compressor.sensitivity.MemoryFaults.FaultPoint;
import dev.thimble.compressor.sensitivity.NoiseTolerance;
import dev.thimble.compressor.sensitivity.NoiseTolerance.NoisePoint;
import dev.thimble.compressor.sensitivity.RankedLayer;
import dev.thimble.compressor.sensitivity.SensitivityReport;
import dev.thimble.compressor.sensitivity.Setting;
import dev.thimble.compressor.sensitivity.Sharpness;
import dev.thimble.compressor.sensitivity.Skipped;
import dev.thimble.compressor.sensitivity.Subject;
import dev.thimble.compressor.sensitivity.Sweep;
import dev.thimble.compressor.sensitivity.SweepPoint;
import dev.thimble.compressor.sensitivity.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/** Reports with made-up figures in the form of real ones. */
public final class SampleReport {
  static final int SAMPLES = 5000;

  private static final List<String> LAYERS = List.of("conv1", "conv2", "fc1", "fc2");
  private static final double[] FRAGILITY = {3, 1.4, 0.4, 1};
  private static final double BASE = 0.009;

  private SampleReport() {}

  /** With every part. */
  public static SensitivityReport complete() {
    return report(List.of(), true);
  }

  /** Of a file whose original network is unknown: what needs gradients is missing. */
  public static SensitivityReport withoutGradients() {
    return report(
        List.of("The verdict\u2019s file is larger than the default recipe\u2019s."), false);
  }

  private static SensitivityReport report(List<String> notices, boolean gradients) {
    Measurement base = measurement(BASE);
    return new SensitivityReport(
        SensitivityReport.SCHEMA_VERSION,
        notices,
        subject(gradients),
        new Baseline(base, measurement(BASE + 0.0006), 433_210),
        List.of(
            new RankedLayer("conv1", 0.31),
            new RankedLayer("conv2", 0.12),
            new RankedLayer("fc2", 0.06),
            new RankedLayer("fc1", 0.02)),
        sweep(Setting.BITS, IntStream.rangeClosed(1, 8).mapToDouble(i -> 9 - i), 0.9, 3.4),
        sweep(
            Setting.DENSITY,
            DoubleStream.of(1, 0.7, 0.5, 0.3, 0.2, 0.1, 0.05, 0.02, 0.01),
            12,
            0.12),
        sweep(Setting.CODEBOOK, IntStream.rangeClosed(1, 8).mapToDouble(i -> 1 << (9 - i)), 0.6, 7),
        gradients ? curvature() : null,
        noise(),
        gradients ? sharpness() : null,
        surface(),
        activations(),
        memoryFaults(),
        gradients ? bitSearch() : null,
        new FileFaults(27_412, 219_296 + 1000, 219_296 + 1000, 219_296, true),
        verdict(gradients),
        gradients
            ? List.of()
            : List.of(
                new Skipped(Analysis.CURVATURE, "needs gradients: name the original network"),
                new Skipped(Analysis.BIT_SEARCH, "needs gradients: name the original network")));
  }

  private static Subject subject(boolean original) {
    return new Subject(
        "lenet-5",
        original ? null : "lenet-5.thim",
        original,
        "MNIST",
        1,
        SAMPLES,
        0.002,
        List.of(
            new Subject.LayerSubject("conv1", "convolution", 20, 25),
            new Subject.LayerSubject("conv2", "convolution", 50, 500),
            new Subject.LayerSubject("fc1", "dense", 500, 800),
            new Subject.LayerSubject("fc2", "dense", 10, 500)));
  }

  private static Measurement measurement(double error) {
    int errors = (int) Math.round(error * SAMPLES);
    return Measurement.of(SAMPLES, errors, 3.2 * error, 0.3);
  }

  /** From {@code low} to 0.9 as damage grows. */
  private static double error(double damage) {
    return BASE + (0.9 - BASE) * (1 - Math.exp(-damage));
  }

  private static Sweep sweep(Setting setting, DoubleStream values, double slope, double knee) {
    double[] settings = values.toArray();
    List<Sweep.LayerSweep> layers = new ArrayList<>();
    for (int layer = 0; layer < LAYERS.size(); layer++) {
      double fragility = FRAGILITY[layer];
      List<SweepPoint> alone = new ArrayList<>();
      List<SweepPoint> others = new ArrayList<>();
      for (double value : settings) {
        double damage = Math.exp(-(value - knee) * slope);
        alone.add(point(value, error(0.01 * fragility * damage)));
        others.add(point(value, error(0.01 * (6 - fragility) * damage)));
      }
      layers.add(
          new Sweep.LayerSweep(
              LAYERS.get(layer), alone, others, layer == 0 ? null : settings[3], settings[4]));
    }
    List<SweepPoint> together = new ArrayList<>();
    for (double value : settings) {
      together.add(point(value, error(0.06 * Math.exp(-(value - knee) * slope))));
    }
    return new Sweep(setting, together, layers);
  }

  private static SweepPoint point(double value, double error) {
    Measurement measurement = measurement(error);
    return new SweepPoint(value, measurement, measurement.errors(), 45);
  }

  private static Curvature curvature() {
    List<Curvature.LayerCurvature> layers = new ArrayList<>();
    for (int layer = 0; layer < LAYERS.size(); layer++) {
      List<Curvature.Prediction> predictions = new ArrayList<>();
      for (int bits = 8; bits >= 2; bits--) {
        double squared = Math.pow(4, 5 - bits);
        double predicted = 0.02 * FRAGILITY[layer] * squared;
        predictions.add(
            new Curvature.Prediction(
                bits, squared, predicted, predicted * (bits == 8 ? -0.2 : 0.7)));
      }
      layers.add(
          new Curvature.LayerCurvature(
              LAYERS.get(layer),
              500 * (layer + 1),
              14 * FRAGILITY[layer],
              0.004,
              23,
              60 * FRAGILITY[layer],
              2.5,
              64,
              60 * FRAGILITY[layer] / (500 * (layer + 1)),
              predictions));
    }
    return new Curvature(
        2000,
        51.3,
        layers,
        List.of(
            new Curvature.RankCorrelation(4, 4, 0.8),
            new Curvature.RankCorrelation(3, 4, 1.0),
            new Curvature.RankCorrelation(0, 28, 0.91)));
  }

  private static NoiseTolerance noise() {
    List<NoiseTolerance.LayerNoise> layers = new ArrayList<>();
    for (int layer = 0; layer < LAYERS.size(); layer++) {
      layers.add(new NoiseTolerance.LayerNoise(LAYERS.get(layer), noise(0.3 * FRAGILITY[layer])));
    }
    return new NoiseTolerance(noise(2), layers);
  }

  private static List<NoisePoint> noise(double fragility) {
    List<NoisePoint> points = new ArrayList<>();
    for (double size : new double[] {0, 0.05, 0.1, 0.2, 0.3, 0.5, 0.75, 1}) {
      double error = error(fragility * size * size * size);
      double worst = Math.min(1, error * 1.4);
      Interval interval = new Interval(error * 0.85, Math.min(1, error * 1.15));
      points.add(new NoisePoint(size, 8, error, interval, worst, 3 * error, 4 * error));
    }
    return points;
  }

  private static Sharpness sharpness() {
    List<Sharpness.SharpnessPoint> points = new ArrayList<>();
    for (double rho : new double[] {0.01, 0.02, 0.05, 0.1, 0.2, 0.5}) {
      double rise = 0.4 * rho + 5 * rho * rho;
      points.add(new Sharpness.SharpnessPoint(rho, 0.004 + rise, rise, error(rise)));
    }
    return new Sharpness(2000, 0.004, 0.031, points);
  }

  private static LossSurface surface() {
    List<Double> positions = new ArrayList<>();
    for (int i = -10; i <= 10; i++) {
      positions.add(i / 10.0);
    }
    List<LossSurface.LossLine> lines = new ArrayList<>();
    for (int direction = 1; direction <= 3; direction++) {
      double steep = direction;
      lines.add(
          new LossSurface.LossLine(
              "direction " + direction,
              positions.stream()
                  .map(x -> new LossSurface.LinePoint(x, 0.03 + steep * x * x, error(x * x)))
                  .toList()));
    }
    List<List<Double>> plane = new ArrayList<>();
    for (double y : positions) {
      plane.add(positions.stream().map(x -> 0.03 + x * x + 2 * y * y + 0.8 * x * y).toList());
    }
    return new LossSurface(1000, lines, new LossSurface.LossPlane(positions, plane));
  }

  private static Activations activations() {
    List<LayerActivations> layers = new ArrayList<>();
    for (String name : List.of("conv1", "pool1", "conv2", "pool2", "fc1", "fc2")) {
      boolean scores = name.equals("fc2");
      List<Long> counts = new ArrayList<>();
      for (int bin = 0; bin < 40; bin++) {
        counts.add(
            scores
                ? (long) (9e4 * Math.exp(-0.01 * (bin - 16) * (bin - 16)))
                : 400_000L / (1 + bin * bin));
      }
      layers.add(
          scores
              ? new LayerActivations(name, -21, 24, null, null, null, 0, 31.5, counts)
              : new LayerActivations(name, 0, 6.4, 0.0, 5.9, 0.0004, 0.61, 38.2, counts));
    }
    return new Activations(1000, layers);
  }

  private static MemoryFaults memoryFaults() {
    List<MemoryFaults.LayerFaults> layers = new ArrayList<>();
    for (int layer = 0; layer < LAYERS.size(); layer++) {
      layers.add(new MemoryFaults.LayerFaults(LAYERS.get(layer), faults(20 * FRAGILITY[layer])));
    }
    List<MemoryFaults.BitFaults> bits = new ArrayList<>();
    for (int bit = 0; bit < 8; bit++) {
      bits.add(new MemoryFaults.BitFaults(bit, faults(Math.pow(3, bit - 4))));
    }
    return new MemoryFaults(measurement(BASE), faults(100), layers, bits);
  }

  private static List<FaultPoint> faults(double fragility) {
    List<FaultPoint> points = new ArrayList<>();
    for (int power = 6; power >= 1; power--) {
      double rate = Math.pow(10, -power);
      double error = error(fragility * rate);
      Interval interval = new Interval(error * 0.8, Math.min(1, error * 1.2));
      points.add(
          new FaultPoint(rate, 10, 3.4e6 * rate, error, interval, Math.min(0.95, error * 1.6)));
    }
    return points;
  }

  private static BitSearch bitSearch() {
    List<BitSearch.Flip> flips = new ArrayList<>();
    for (int i = 1; i <= 30; i++) {
      double error = error(0.004 * i * i);
      flips.add(new BitSearch.Flip("conv1", i % 20, i % 25, 7, 3, -125, 5 * error, error));
    }
    return new BitSearch(
        1000,
        flips,
        List.of(
            new BitSearch.Threshold(0.1, 6),
            new BitSearch.Threshold(0.5, 15),
            new BitSearch.Threshold(0.9, null)));
  }

  private static Verdict verdict(boolean original) {
    List<Verdict.LayerVerdict> layers = new ArrayList<>();
    for (int layer = 0; layer < LAYERS.size(); layer++) {
      layers.add(
          new Verdict.LayerVerdict(
              LAYERS.get(layer),
              layer == 2 ? 2 : 4,
              0.0104,
              layer == 0 ? null : 0.1,
              layer == 0 ? null : 0.0108,
              8,
              0.0102,
              original ? 0.05 : null,
              original ? 16 : null));
    }
    if (!original) {
      return new Verdict(layers, null, null, null, null);
    }
    return new Verdict(
        layers,
        JsonNodeFactory.instance.objectNode().put("name", "lenet-5-sensitivity").put("epochs", 20),
        "recipe.json",
        "./thimble compress lenet-5 --recipe lenet-5-sensitivity/recipe.json -o lenet-5.thim",
        new Verdict.Comparison(
            "both recipes with 4 epochs",
            new Verdict.Compressed("verdict", 21_207, measurement(0.0102), 0.0087, 10_000),
            new Verdict.Compressed("default", 23_950, measurement(0.0104), 0.0089, 10_000),
            true));
  }
}
