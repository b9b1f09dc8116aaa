/*
 * Copyright 2026 The Thimble Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.thimble.compressor.sensitivity.compare;

import dev.thimble.compressor.chart.NumberText;
import dev.thimble.compressor.sensitivity.Analysis;
import dev.thimble.compressor.sensitivity.SensitivityReport;
import dev.thimble.compressor.sensitivity.Skipped;
import dev.thimble.compressor.sensitivity.Subject;
import dev.thimble.compressor.sensitivity.Subject.LayerSubject;
import dev.thimble.compressor.sensitivity.compare.ReportFigures.Limit;
import dev.thimble.compressor.sensitivity.compare.ReportFigures.Place;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Compares two reports: what both have of the same layer at the same setting. */
public final class ReportPair {
  private static final Set<Analysis> COMPARED =
      EnumSet.complementOf(EnumSet.of(Analysis.RECIPE, Analysis.COMPARISON));

  private final ReportFigures a;
  private final ReportFigures b;

  private ReportPair(SensitivityReport a, SensitivityReport b) {
    this.a = new ReportFigures(a);
    this.b = new ReportFigures(b);
  }

  /**
   * Compares.
   *
   * @param sourceA where {@code a} was read from
   * @param sourceB where {@code b} was read from
   */
  public static ReportComparison compare(
      String sourceA, SensitivityReport a, String sourceB, SensitivityReport b) {
    ReportPair pair = new ReportPair(a, b);
    return new ReportComparison(
        ReportComparison.SCHEMA_VERSION,
        new Side(sourceA, a.subject()),
        new Side(sourceB, b.subject()),
        remarks(a, b),
        pair.measures(),
        pair.limits());
  }

  private List<ComparedMeasure> measures() {
    List<ComparedMeasure> measures = new ArrayList<>();
    for (Measure measure : Measure.values()) {
      Map<Place, Estimate> others = b.estimates(measure);
      List<ComparedPoint> points = new ArrayList<>();
      a.estimates(measure)
          .forEach(
              (place, estimate) -> {
                Estimate other = others.get(place);
                if (other != null) {
                  points.add(ComparedPoint.of(place.layer(), place.setting(), estimate, other));
                }
              });
      if (!points.isEmpty()) {
        measures.add(ComparedMeasure.of(measure, points));
      }
    }
    return measures;
  }

  private List<ComparedLimit> limits() {
    Map<Limit, Double> others = b.limits();
    List<ComparedLimit> limits = new ArrayList<>();
    a.limits()
        .forEach(
            (limit, value) -> {
              if (others.containsKey(limit)) {
                limits.add(
                    new ComparedLimit(limit.what(), limit.layer(), value, others.get(limit)));
              }
            });
    return limits;
  }

  private static List<String> remarks(SensitivityReport a, SensitivityReport b) {
    Subject first = a.subject();
    Subject second = b.subject();
    List<String> remarks = new ArrayList<>();
    differ(remarks, "the images", first.data(), second.data());
    differ(
        remarks,
        "the number of validation images",
        count(first.samples()),
        count(second.samples()));
    differ(remarks, "the seed of noise and faults", count(first.seed()), count(second.seed()));
    differ(remarks, "the budget in points", points(first), points(second));
    differ(remarks, "what was analysed", form(first), form(second));
    missing(remarks, "A", first.layers(), second.layers());
    missing(remarks, "B", second.layers(), first.layers());
    Set<String> skipped = new TreeSet<>();
    for (SensitivityReport report : List.of(a, b)) {
      report.skipped().stream()
          .map(Skipped::analysis)
          .filter(COMPARED::contains)
          .forEach(analysis -> skipped.add(analysis.title()));
    }
    if (!skipped.isEmpty()) {
      remarks.add("Not in both reports: " + String.join(", ", skipped) + ".");
    }
    return remarks;
  }

  private static void differ(List<String> remarks, String what, String a, String b) {
    if (!a.equals(b)) {
      remarks.add("The reports differ in " + what + ": " + a + " and " + b + ".");
    }
  }

  private static String count(long value) {
    return Long.toString(value);
  }

  private static String points(Subject subject) {
    return NumberText.of(100 * subject.maxDrop());
  }

  private static String form(Subject subject) {
    if (subject.file() == null) {
      return "a network";
    }
    return subject.original() ? "a file and its network" : "a file alone";
  }

  /** Layers are the same if their names, kinds and sizes are. */
  private static void missing(
      List<String> remarks, String side, List<LayerSubject> own, List<LayerSubject> others) {
    Set<LayerSubject> known = new HashSet<>(others);
    List<String> names =
        own.stream().filter(layer -> !known.contains(layer)).map(LayerSubject::name).toList();
    if (!names.isEmpty()) {
      remarks.add(
          "Only " + side + " has in this name, kind and size: " + String.join(", ", names) + ".");
    }
  }
}
