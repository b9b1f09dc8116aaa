/*
 * Copyright 2026 The Thimble Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.thimble.compressor.sensitivity.analysis;

import dev.thimble.compressor.sensitivity.Curvature.LayerCurvature;
import dev.thimble.compressor.sensitivity.Curvature.Prediction;
import dev.thimble.compressor.sensitivity.Curvature.RankCorrelation;
import java.util.ArrayList;
import java.util.List;

/** Spearman's rank correlation of predicted and measured loss increases. */
final class RankCorrelations {

  private RankCorrelations() {}

  /** For each width over the layers, and first for everything together. */
  static List<RankCorrelation> of(List<LayerCurvature> layers) {
    List<RankCorrelation> correlations = new ArrayList<>();
    List<Prediction> all = layers.stream().flatMap(l -> l.predictions().stream()).toList();
    correlations.add(of(0, all));
    all.stream()
        .map(Prediction::bits)
        .distinct()
        .forEach(
            bits ->
                correlations.add(of(bits, all.stream().filter(p -> p.bits() == bits).toList())));
    return correlations;
  }

  private static RankCorrelation of(int bits, List<Prediction> pairs) {
    double[] predicted = pairs.stream().mapToDouble(Prediction::predicted).toArray();
    double[] measured = pairs.stream().mapToDouble(Prediction::measured).toArray();
    return new RankCorrelation(bits, pairs.size(), spearman(predicted, measured));
  }

  /**
   * Pearson's correlation of the ranks, equal values sharing theirs; null if a side is constant.
   */
  static Double spearman(double[] a, double[] b) {
    double[] x = ranks(a);
    double[] y = ranks(b);
    double mean = (a.length + 1) / 2.0;
    double xy = 0;
    double xx = 0;
    double yy = 0;
    for (int i = 0; i < x.length; i++) {
      xy += (x[i] - mean) * (y[i] - mean);
      xx += (x[i] - mean) * (x[i] - mean);
      yy += (y[i] - mean) * (y[i] - mean);
    }
    return xx == 0 || yy == 0 ? null : Math.max(-1, Math.min(1, xy / Math.sqrt(xx * yy)));
  }

  private static double[] ranks(double[] values) {
    double[] ranks = new double[values.length];
    for (int i = 0; i < values.length; i++) {
      int below = 0;
      int equal = 0;
      for (double value : values) {
        below += value < values[i] ? 1 : 0;
        equal += value == values[i] ? 1 : 0;
      }
      ranks[i] = below + (equal + 1) / 2.0;
    }
    return ranks;
  }
}
