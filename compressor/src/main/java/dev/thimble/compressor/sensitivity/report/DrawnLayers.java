/*
 * Copyright 2026 The Thimble Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.thimble.compressor.sensitivity.report;

import dev.thimble.compressor.chart.Point;
import dev.thimble.compressor.chart.Series;
import dev.thimble.compressor.sensitivity.RankedLayer;
import dev.thimble.compressor.sensitivity.SensitivityReport;
import dev.thimble.compressor.sensitivity.Subject.LayerSubject;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Which layers charts show: as many as can be told apart, the most fragile ones. */
final class DrawnLayers {
  /** As many lines have looks of their own. */
  static final int MOST = 8;

  private final Set<String> names;
  private final boolean all;

  private DrawnLayers(Set<String> names, boolean all) {
    this.names = names;
    this.all = all;
  }

  static DrawnLayers of(SensitivityReport report) {
    Set<String> weighted =
        report.subject().layers().stream().map(LayerSubject::name).collect(Collectors.toSet());
    if (weighted.size() <= MOST) {
      return new DrawnLayers(weighted, true);
    }
    return new DrawnLayers(
        report.ranking().stream().limit(MOST).map(RankedLayer::layer).collect(Collectors.toSet()),
        false);
  }

  /**
   * A series for each layer that is drawn and has points.
   *
   * @param series makes it of the layer's name and its points
   */
  <T> List<Series> series(
      List<T> layers,
      Function<T, String> name,
      Function<T, List<Point>> points,
      BiFunction<String, List<Point>, Series> series) {
    List<Series> drawn = new ArrayList<>();
    for (T layer : layers) {
      List<Point> own = points.apply(layer);
      if (names.contains(name.apply(layer)) && !own.isEmpty()) {
        drawn.add(series.apply(name.apply(layer), own));
      }
    }
    return drawn;
  }

  /** What a reader has to know about missing lines; empty if there are none. */
  String note() {
    return all ? "" : " Drawn are the " + MOST + " most fragile layers; the table has all.";
  }
}
