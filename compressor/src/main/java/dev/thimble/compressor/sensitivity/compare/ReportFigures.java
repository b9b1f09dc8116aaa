/*
 * Copyright 2026 The Thimble Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.thimble.compressor.sensitivity.compare;

import dev.thimble.compressor.chart.NumberText;
import dev.thimble.compressor.sensitivity.BitSearch.Threshold;
import dev.thimble.compressor.sensitivity.Curvature.LayerCurvature;
import dev.thimble.compressor.sensitivity.Interval;
import dev.thimble.compressor.sensitivity.MemoryFaults;
import dev.thimble.compressor.sensitivity.MemoryFaults.FaultPoint;
import dev.thimble.compressor.sensitivity.MemoryFaults.LayerFaults;
import dev.thimble.compressor.sensitivity.NoiseTolerance.LayerNoise;
import dev.thimble.compressor.sensitivity.NoiseTolerance.NoisePoint;
import dev.thimble.compressor.sensitivity.SensitivityReport;
import dev.thimble.compressor.sensitivity.Sharpness.SharpnessPoint;
import dev.thimble.compressor.sensitivity.Sweep;
import dev.thimble.compressor.sensitivity.Sweep.LayerSweep;
import dev.thimble.compressor.sensitivity.SweepPoint;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

/** One report's figures in the form in which they are compared. */
final class ReportFigures {
  private static final double MOST_RESIDUAL = 0.1;

  private final SensitivityReport report;
  private final Map<Measure, Map<Place, Estimate>> estimates = new EnumMap<>(Measure.class);
  private final Map<Limit, Double> limits = new LinkedHashMap<>();

  /**
   * What a figure is about.
   *
   * @param layer null for all layers together
   * @param setting null if there is nothing to set
   */
  record Place(String layer, Double setting) {}

  /**
   * What a limit is about.
   *
   * @param layer null for all layers together
   */
  record Limit(String what, String layer) {}

  ReportFigures(SensitivityReport report) {
    this.report = report;
    baseline();
    curvature();
    noise();
    sweep(Measure.BITS, Measure.BITS_RISE, report.bits());
    sweep(Measure.DENSITIES, Measure.DENSITIES_RISE, report.densities());
    sweep(Measure.CODEBOOKS, Measure.CODEBOOKS_RISE, report.codebooks());
    faults();
    findLimits();
  }

  /** Figures of a measure, all layers together first; empty if there are none. */
  Map<Place, Estimate> estimates(Measure measure) {
    return Collections.unmodifiableMap(estimates.getOrDefault(measure, Map.of()));
  }

  /** Limits; null where even the first step is beyond. */
  Map<Limit, Double> limits() {
    return Collections.unmodifiableMap(limits);
  }

  private void baseline() {
    add(Measure.ERROR, null, null, Estimate.error(report.baseline().real()));
    add(Measure.INTEGER_ERROR, null, null, Estimate.error(report.baseline().integers()));
  }

  private void curvature() {
    if (report.curvature() != null) {
      double whole = Math.abs(report.curvature().topEigenvalue());
      add(Measure.TOP_EIGENVALUE, null, null, Estimate.alone(whole));
      for (LayerCurvature layer : report.curvature().layers()) {
        double top = Math.abs(layer.topEigenvalue());
        add(Measure.TOP_EIGENVALUE, layer.layer(), null, eigenvalue(top, layer.residual()));
        Interval trace = Interval.normal(layer.trace(), layer.traceStandardError());
        add(Measure.TRACE, layer.layer(), null, new Estimate(layer.trace(), trace));
      }
    }
    if (report.sharpness() != null) {
      for (SharpnessPoint point : report.sharpness().points()) {
        add(Measure.SHARPNESS, null, point.rho(), Estimate.alone(point.increase()));
      }
    }
  }

  /** Only of an iteration that got somewhere can be said that it found the top. */
  private static Estimate eigenvalue(double value, double residual) {
    return residual > MOST_RESIDUAL
        ? Estimate.alone(value)
        : new Estimate(value, new Interval(value * (1 - residual), value * (1 + residual)));
  }

  private void noise() {
    noise(null, report.noise().network());
    for (LayerNoise layer : report.noise().layers()) {
      noise(layer.layer(), layer.points());
    }
  }

  private void noise(String layer, List<NoisePoint> points) {
    int samples = report.subject().samples();
    for (NoisePoint point : points) {
      Estimate error = Estimate.drawn(point.error(), point.errorInterval(), samples);
      add(Measure.NOISE, layer, point.size(), error);
    }
  }

  private void sweep(Measure error, Measure rise, Sweep sweep) {
    sweep(error, rise, null, sweep.together());
    for (LayerSweep layer : sweep.layers()) {
      sweep(error, rise, layer.layer(), layer.alone());
    }
  }

  private void sweep(Measure error, Measure rise, String layer, List<SweepPoint> points) {
    for (SweepPoint point : points) {
      add(error, layer, point.value(), Estimate.error(point.measurement()));
      add(rise, layer, point.value(), Estimate.rise(point));
    }
  }

  private void faults() {
    faults(null, report.memoryFaults().network());
    for (LayerFaults layer : report.memoryFaults().layers()) {
      faults(layer.layer(), layer.points());
    }
  }

  private void faults(String layer, List<FaultPoint> points) {
    int samples = report.memoryFaults().before().samples();
    for (FaultPoint point : points) {
      Estimate error = Estimate.drawn(point.error(), point.errorInterval(), samples);
      add(Measure.MEMORY_FAULTS, layer, point.rate(), error);
    }
  }

  private void add(Measure measure, String layer, Double setting, Estimate estimate) {
    estimates
        .computeIfAbsent(measure, key -> new LinkedHashMap<>())
        .putIfAbsent(new Place(layer, setting), estimate);
  }

  private void findLimits() {
    knees("knee: width (bits)", report.bits());
    knees("knee: kept weights (share)", report.densities());
    knees("knee: codebook (values)", report.codebooks());
    double budget = report.subject().maxDrop();
    limit(
        "noise inside the budget (share)",
        report.noise().tolerated(report.baseline().real().error() + budget));
    MemoryFaults faults = report.memoryFaults();
    limit(
        "bit flips inside the budget (rate)",
        MemoryFaults.tolerated(faults.network(), faults.before().error() + budget));
    if (report.bitSearch() != null) {
      for (Threshold t : report.bitSearch().thresholds()) {
        limits.put(
            new Limit("chosen bit flips to " + NumberText.of(100 * t.error()) + " % error", null),
            t.flips() == null ? null : t.flips().doubleValue());
      }
    }
  }

  private void knees(String what, Sweep sweep) {
    sweep.layers().forEach(layer -> limits.put(new Limit(what, layer.layer()), layer.knee()));
  }

  private void limit(String what, OptionalDouble value) {
    limits.put(new Limit(what, null), value.isPresent() ? value.getAsDouble() : null);
  }
}
