/*
 * Copyright 2026 The Thimble Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.thimble.compressor.sensitivity.compare;

import dev.thimble.compressor.chart.NumberText;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Puts outcomes into sentences. */
final class Findings {
  private final Measure measure;

  private Findings(Measure measure) {
    this.measure = measure;
  }

  /**
   * A sentence for each layer; only one where nothing is set, so that layers stand side by side.
   */
  static List<Finding> of(Measure measure, List<ComparedPoint> points) {
    Map<String, List<ComparedPoint>> groups = new LinkedHashMap<>();
    for (ComparedPoint point : points) {
      String group = point.setting() == null ? null : point.layer();
      groups.computeIfAbsent(group, key -> new ArrayList<>()).add(point);
    }
    List<Finding> findings = new ArrayList<>();
    groups.forEach(
        (layer, own) -> findings.add(new Finding(layer, new Findings(measure).text(layer, own))));
    return findings;
  }

  private String text(String layer, List<ComparedPoint> points) {
    Map<Outcome, List<ComparedPoint>> byOutcome = new EnumMap<>(Outcome.class);
    for (ComparedPoint point : points) {
      byOutcome.computeIfAbsent(point.outcome(), key -> new ArrayList<>()).add(point);
    }
    List<String> clauses = new ArrayList<>();
    byOutcome.forEach(
        (outcome, own) ->
            clauses.add(words(outcome) + (byOutcome.size() == 1 ? everywhere(own) : where(own))));
    return measure.title()
        + (layer == null ? "" : ", " + layer + " alone")
        + ": "
        + String.join("; ", clauses)
        + ".";
  }

  private String words(Outcome outcome) {
    return switch (outcome) {
      case A_LOWER -> "A " + measure.praise();
      case B_LOWER -> "B " + measure.praise();
      case NO_DIFFERENCE -> "no significant difference";
      case NOT_JUDGED -> "not judged for lack of intervals";
    };
  }

  private static String everywhere(List<ComparedPoint> points) {
    return points.size() == 1 ? "" : " throughout";
  }

  private String where(List<ComparedPoint> points) {
    List<String> places = new ArrayList<>();
    for (ComparedPoint point : points) {
      if (point.setting() != null) {
        places.add(NumberText.of(point.setting() * (measure.inPercent() ? 100 : 1)));
      } else {
        places.add(point.layer() == null ? "all layers together" : point.layer());
      }
    }
    boolean settings = points.get(0).setting() != null;
    String unit = settings ? " " + measure.unit() : "";
    return (settings ? " at " : " in ") + String.join(", ", places) + unit.stripTrailing();
  }
}
